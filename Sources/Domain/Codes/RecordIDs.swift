/// A call, chat, visit, letter or other contact.
public enum ContactEntity {}
/// A case: one matter, with one or many persons.
public enum CaseEntity {}
/// A step, task, note, letter, claim or other entry of a case.
public enum CaseEntryEntity {}
/// An authority under which data may be passed on.
public enum AuthorityEntity {}
public enum ReferralEntity {}
public enum TransferEntity {}
public enum EmployerEntity {}
public enum FactEntity {}
public enum AppointmentEntity {}
/// A place of an organisation.
public enum SiteEntity {}
/// A service that an organisation offers.
public enum ServiceEntity {}
/// One import of a file.
public enum ImportEntity {}
/// One export of a list.
public enum ExportEntity {}
/// The uniting of two records of one person.
public enum MergeEntity {}

public typealias ContactID = Identifier<ContactEntity>
public typealias CaseID = Identifier<CaseEntity>
public typealias CaseEntryID = Identifier<CaseEntryEntity>
public typealias AuthorityID = Identifier<AuthorityEntity>
public typealias ReferralID = Identifier<ReferralEntity>
public typealias TransferID = Identifier<TransferEntity>
public typealias EmployerID = Identifier<EmployerEntity>
public typealias FactID = Identifier<FactEntity>
public typealias AppointmentID = Identifier<AppointmentEntity>
public typealias SiteID = Identifier<SiteEntity>
public typealias ServiceID = Identifier<ServiceEntity>
public typealias ImportID = Identifier<ImportEntity>
public typealias ExportID = Identifier<ExportEntity>
public typealias MergeID = Identifier<MergeEntity>
