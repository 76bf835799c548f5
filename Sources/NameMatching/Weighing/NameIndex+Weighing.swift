extension NameIndex {
    /// Estimates the weights of record matching on what the index holds, and on what people said of pairs. Takes seconds
    /// where there are many records: not for a thread that serves requests. The same records give the same weights,
    /// whatever weights are in use.
    ///
    /// - Parameters:
    ///   - judged: pairs that somebody united or told apart; their records need not be in the index.
    ///   - strength: as how many pairs the hand values count in each field.
    /// - Returns: the weights with what they rest on.
    public func estimateWeights(judged: [JudgedPair] = [], strength: Double = 200) -> WeightEstimate {
        // Pairs of two equal names tell how dates, phones and documents agree; pairs of one document tell of names.
        var observations = observations(
            found: .names,
            telling: [.patronymic, .birth, .phone, .document, .gender],
            except: judged
        )
        observations += self.observations(found: .documents, telling: [.family, .given], except: judged)
        observations += judged.map { pair in
            var seen = observation(PreparedRecord(pair.first), PreparedRecord(pair.second))
            seen.isSame = pair.isSame
            return seen
        }
        return WeightEstimation(strength: strength).estimate(observations)
    }

    /// So many pairs say enough.
    private static let mostPairs = 400_000

    private func observations(
        found kinds: DuplicateBlocks.Kinds,
        telling fields: Set<MatchField>,
        except judged: [JudgedPair]
    ) -> [WeightEstimation.Observation] {
        var blocks = DuplicateBlocks(self, kinds)
        let pairs = blocks.pairs()
        let known = Set(judged.map { [min($0.first.key, $0.second.key), max($0.first.key, $0.second.key)] })
        var result: [WeightEstimation.Observation] = []
        for place in stride(from: 0, to: pairs.count, by: max(1, pairs.count / Self.mostPairs)) {
            let (one, other) = (Int(pairs[place] >> 32), Int(pairs[place] & 0xFFFF_FFFF))
            if !known.isEmpty, known.contains([min(keys[one], keys[other]), max(keys[one], keys[other])]) { continue }
            var seen = observation(prepared(one), prepared(other))
            seen.fields = fields
            result.append(seen)
        }
        return result
    }

    private func observation(_ first: PreparedRecord, _ second: PreparedRecord) -> WeightEstimation.Observation {
        let (match, pattern) = RecordComparison.comparison(first, second, weights: .standard) { rarity(of: $0) }
        return WeightEstimation.Observation(
            pattern: pattern,
            bits: match.bits,
            cap: match.reasons.contains(.nameOnly) ? 0.45 : match.reasons.contains(.perhapsParentAndChild) ? 0.9 : 1
        )
    }
}
