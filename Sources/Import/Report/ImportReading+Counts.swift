import Domain

extension ImportReading {
    /// What the file holds, with the people and cases that the plan tells apart.
    public func counts(_ plan: ImportPlan) -> ImportCounts {
        var counts = ImportCounts()
        counts.total = rows.count
        for row in rows {
            switch row.judgement {
            case .taken(let contact):
                counts.taken += 1
                if contact.remarks.contains(where: \.needsLook) { counts.flagged += 1 }
            case .rejected: counts.rejected += 1
            case .passedOver: counts.skipped += 1
            }
        }
        counts.people = plan.people.count { $0.record == nil }
        counts.cases = Set(plan.rows.compactMap(\.contact.caseKey)).count
        return counts
    }

    /// What a dry run shows.
    public var counts: ImportCounts { counts(ImportPlan(self)) }
}
