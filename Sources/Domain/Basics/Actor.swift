/// Who did it: the operating system's account, always, and the person that it maps to.
///
/// Named after the journal's word; Swift's `actor` keyword is a different thing.
public struct Actor: Hashable, Sendable {
  /// The `getpwuid` name of the real uid.
  public var login: String
  public var uid: UInt32
  /// The account that the kernel says opened the session, where it is known and another than `login`.
  public var sessionLogin: String?
  /// The person whom the login maps to; nil when it maps to nobody.
  public var person: Handle?
  /// What a login that maps to nobody is recorded as: its own name, or `login:NAME` where a person has that
  /// name for a handle, so that nobody is taken for somebody else.
  public var unmappedName: Handle
  /// The person acted for with `--as`; nil when acting for oneself.
  public var actingAs: Handle?
  /// Why the kernel's word for who this is cannot be relied on; nil when it can.
  public var doubt: String?
  /// What the environment claims and nothing proves: SSH_CONNECTION and the terminal's name.
  public var claims: [String: String]

  public init(
    login: String, uid: UInt32, sessionLogin: String? = nil, person: Handle? = nil, actingAs: Handle? = nil,
    doubt: String? = nil, claims: [String: String] = [:]
  ) {
    self.login = login
    self.uid = uid
    self.sessionLogin = sessionLogin
    self.person = person
    self.unmappedName = Handle(login)
    self.actingAs = actingAs
    self.doubt = doubt
    self.claims = claims
  }

  /// The name an entry is written `by`: whoever is acted for, else the person, else the bare login.
  public var handle: Handle { actingAs ?? person ?? unmappedName }

  /// Whether the name comes from the login itself and not from `--as`.
  public var isOneself: Bool { actingAs == nil || actingAs == person }

  /// Whether the login vouches for the person: it is theirs, and nothing casts doubt on it.
  public var isVouchedFor: Bool { person != nil && isOneself && doubt == nil }

  /// The account that identity is checked by: behind `sudo` it is the one who logged in.
  public var account: String { sessionLogin ?? login }
}
