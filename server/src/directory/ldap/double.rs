//! A domain controller that says what a test tells it: for what no server that tests can have does
//! (the policy hints control of Windows), and for what none should do.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::LdapDirectory;
use crate::config::{Attributes, Ldap, LdapKind, LdapSecurity};
use crate::domain::clock::StoppedClock;
use crate::domain::directory::{
    Directory as _, DirectoryError, DirectoryRefusal, SetPasswordError, WriteEvidence, WriteMark, Written,
};
use crate::domain::identifier::Identifier;
use crate::domain::ids::{SubjectId, WriteAttemptId};
use crate::domain::secret::SecretText;

const HINTS: &str = "1.2.840.113556.1.4.2239";
const OLDER_HINTS: &str = "1.2.840.113556.1.4.2066";
const SUBJECT: &str = "00112233-4455-6677-8899-aabbccddeeff";
const GUID: [u8; 16] = [
    0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
];
/// `S-1-5-21-1-2-3-1103` and its domain's users.
const SID: [u8; 28] = sid([0x4f, 0x04]);
const DOMAIN_USERS: [u8; 28] = sid([0x01, 0x02]);

const fn sid([low, high]: [u8; 2]) -> [u8; 28] {
    [
        1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, low, high, 0, 0,
    ]
}

/// 0000052D is `ERROR_PASSWORD_RESTRICTION`, as Windows writes it.
const RESTRICTION: &str = "0000052D: SvcErr: DSID-031A126C, problem 5003 (WILL_NOT_PERFORM), data 0";

/// How it behaves.
#[derive(Clone, Copy, Default)]
struct Manners {
    /// The control that it lists.
    lists: Option<&'static str>,
    /// It answers searches with a referral.
    refers: bool,
    /// It hangs up instead of answering a modification.
    hangs_up: bool,
    /// It shows nothing of this name.
    hides: Option<&'static str>,
    /// It takes its time with every answer.
    delay: Duration,
}

struct Double {
    port: u16,
    modifications: Arc<AtomicUsize>,
}

impl Double {
    async fn start(manners: Manners) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let modifications = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&modifications);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, manners, Arc::clone(&counter)));
            }
        });
        Self { port, modifications }
    }

    fn directory(&self) -> LdapDirectory {
        let text = |text: &str| text.to_owned();
        let ldap = Ldap {
            kind: LdapKind::ActiveDirectory,
            urls: vec![
                format!("ldap://127.0.0.1:{}", self.port)
                    .parse()
                    .expect("an address"),
            ],
            // Refused by the configuration; what is tried here is not the line.
            security: LdapSecurity::Plain,
            ca_file: None,
            bind_dn: text("CN=postern"),
            bind_password: SecretText::new("service"),
            base_dn: text("DC=corp"),
            user_filter: None,
            group_base_dn: None,
            password_policy_dn: None,
            writeback: true,
            connect_timeout_seconds: 1,
            operation_timeout_seconds: 2,
            pool_size: 2,
            attributes: Attributes {
                user_name: vec![text("sAMAccountName")],
                mail: text("mail"),
                given_name: text("givenName"),
                family_name: text("sn"),
                display_name: vec![text("cn")],
                locale: text("preferredLanguage"),
                group_name: text("cn"),
            },
        };
        let clock = StoppedClock::at(jiff::Timestamp::from_second(1_800_000_000).expect("a time"));
        LdapDirectory::new(&ldap, Arc::new(clock)).expect("usable")
    }
}

async fn set(directory: &LdapDirectory) -> Result<Written, SetPasswordError> {
    let now = jiff::Timestamp::from_second(1_800_000_000).expect("a time");
    let attempt = WriteAttemptId::from_stored("attempt");
    let password = SecretText::new("Analytical Engine, 1843");
    directory
        .set_password(&SubjectId::from_stored(SUBJECT), &password, &attempt, now)
        .await
}

#[tokio::test]
async fn history_counts_on_a_reset_where_the_server_knows_the_policy_hints() {
    for control in [HINTS, OLDER_HINTS] {
        let double = Double::start(Manners {
            lists: Some(control),
            ..Manners::default()
        })
        .await;
        let directory = double.directory();
        assert_eq!(
            set(&directory).await,
            Err(SetPasswordError::Refused(DirectoryRefusal::History))
        );
        assert!(directory.capabilities().enforces_history_on_reset);
    }
}

#[tokio::test]
async fn a_server_without_policy_hints_is_sent_none_and_promises_nothing() {
    let double = Double::start(Manners::default()).await;
    let directory = double.directory();
    assert!(set(&directory).await.is_ok());
    assert!(!directory.capabilities().enforces_history_on_reset);
}

#[tokio::test]
async fn a_write_without_an_answer_is_never_sent_twice() {
    let double = Double::start(Manners {
        hangs_up: true,
        ..Manners::default()
    })
    .await;
    let directory = double.directory();
    let subject = SubjectId::from_stored(SUBJECT);
    let mark = directory.read_mark(&subject).await.expect("a mark");
    assert_eq!(set(&directory).await, Err(SetPasswordError::Unknown));
    assert_eq!(double.modifications.load(Ordering::SeqCst), 1);
    // The double did not write: the mark is what it was. At first that says nothing.
    let since = jiff::Timestamp::from_second(1_800_000_000).expect("a time");
    let attempt = WriteAttemptId::from_stored("attempt");
    let found = directory.find_write(&subject, &attempt, &mark, since).await;
    assert_eq!(found, Ok(WriteEvidence::Unknown));
    let long_ago = since - directory.longest_write();
    let found = directory.find_write(&subject, &attempt, &mark, long_ago).await;
    assert_eq!(found, Ok(WriteEvidence::NotFound));
    let unmarked = directory
        .find_write(&subject, &attempt, &WriteMark::default(), since)
        .await;
    assert_eq!(
        unmarked,
        Ok(WriteEvidence::Unknown),
        "without a mark nothing can be told"
    );
}

#[tokio::test]
async fn what_every_account_has_and_cannot_be_read_is_a_misconfiguration() {
    for hidden in ["userAccountControl", "tokenGroups", "objectSid", "primaryGroupID"] {
        let double = Double::start(Manners {
            hides: Some(hidden),
            ..Manners::default()
        })
        .await;
        let identifier = Identifier::parse("ada").expect("an identifier");
        let found = double.directory().find_account(&identifier).await.err();
        assert_eq!(found, Some(DirectoryError::Misconfigured), "{hidden}");
    }
}

#[tokio::test]
async fn a_write_that_cannot_begin_in_time_does_not_begin() {
    // Each answer comes within the time of an operation; together they take too long.
    let double = Double::start(Manners {
        delay: Duration::from_millis(1_600),
        ..Manners::default()
    })
    .await;
    let directory = double.directory();
    let written = tokio::time::timeout(Duration::from_secs(6), set(&directory)).await;
    assert_eq!(written, Ok(Err(SetPasswordError::Unavailable)));
    assert_eq!(double.modifications.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn s_59_a_referral_is_not_followed() {
    let double = Double::start(Manners {
        refers: true,
        ..Manners::default()
    })
    .await;
    let identifier = Identifier::parse("ada").expect("an identifier");
    let found = double.directory().find_account(&identifier).await.err();
    assert_eq!(found, Some(DirectoryError::Misconfigured));
}

async fn serve(mut stream: TcpStream, manners: Manners, modifications: Arc<AtomicUsize>) {
    let mut buffer = Vec::new();
    loop {
        while let Some((_, message, length)) = tlv(&buffer) {
            let message = message.to_vec();
            buffer.drain(..length);
            let (_, id, used) = tlv(&message).expect("a message id");
            let (operation, content, _) = tlv(&message[used..]).expect("an operation");
            let has_hints = [HINTS, OLDER_HINTS]
                .iter()
                .any(|oid| message.windows(oid.len()).any(|part| part == oid.as_bytes()));
            let answer = match operation {
                0x60 => result(0x61, 0, ""),
                0x63 => search(content, manners),
                0x66 => {
                    modifications.fetch_add(1, Ordering::SeqCst);
                    if manners.hangs_up {
                        return;
                    }
                    if has_hints {
                        result(0x67, 53, RESTRICTION)
                    } else {
                        result(0x67, 0, "")
                    }
                }
                _ => return,
            };
            tokio::time::sleep(manners.delay).await;
            let id = element(0x02, id);
            for operation in answers(&answer) {
                let message = element(0x30, &[id.as_slice(), operation].concat());
                if stream.write_all(&message).await.is_err() {
                    return;
                }
            }
        }
        let mut chunk = [0; 4_096];
        match stream.read(&mut chunk).await {
            Ok(read @ 1..) => buffer.extend_from_slice(&chunk[..read]),
            _ => return,
        }
    }
}

/// Entries, then the end of the search.
fn search(request: &[u8], manners: Manners) -> Vec<u8> {
    let (_, base, _) = tlv(request).expect("a base");
    let entry = match base {
        b"" => {
            let control = manners.lists.unwrap_or("1.1");
            entry(
                "",
                &[
                    ("supportedControl", control.as_bytes()),
                    ("defaultNamingContext", b"DC=corp"),
                ],
            )
        }
        _ if manners.refers => return result(0x65, 10, ""),
        b"DC=corp" if request.windows(11).any(|part| part == b"minPwdLengt") => entry(
            "DC=corp",
            &[
                ("minPwdLength", b"8"),
                ("pwdProperties", b"1"),
                ("pwdHistoryLength", b"24"),
            ],
        ),
        _ => {
            let mut attributes: Vec<(&str, &[u8])> = vec![
                ("objectGUID", &GUID),
                ("objectSid", &SID),
                ("primaryGroupID", b"513"),
                ("tokenGroups", &DOMAIN_USERS),
                ("sAMAccountName", b"ada"),
                ("userAccountControl", b"512"),
                ("pwdLastSet", b"130000000000000000"),
            ];
            attributes.retain(|(name, _)| Some(*name) != manners.hides);
            entry("CN=Ada,DC=corp", &attributes)
        }
    };
    [entry, result(0x65, 0, "")].concat()
}

fn entry(dn: &str, attributes: &[(&str, &[u8])]) -> Vec<u8> {
    let attributes: Vec<u8> = attributes
        .iter()
        .flat_map(|(name, value)| {
            let values = element(0x31, &element(0x04, value));
            element(0x30, &[element(0x04, name.as_bytes()), values].concat())
        })
        .collect();
    let content = [element(0x04, dn.as_bytes()), element(0x30, &attributes)].concat();
    element(0x64, &content)
}

fn result(tag: u8, code: u8, text: &str) -> Vec<u8> {
    let parts = [
        element(0x0a, &[code]),
        element(0x04, b""),
        element(0x04, text.as_bytes()),
    ];
    element(tag, &parts.concat())
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).expect("short").to_be_bytes();
    [&[tag, 0x82], &length[..], content].concat()
}

/// One element: its tag, its content, and how long all of it is.
fn tlv(bytes: &[u8]) -> Option<(u8, &[u8], usize)> {
    let (tag, first) = (*bytes.first()?, *bytes.get(1)?);
    let (length, begin) = if first & 0x80 == 0 {
        (usize::from(first), 2)
    } else {
        let digits = usize::from(first & 0x7f);
        let length = bytes
            .get(2..2 + digits)?
            .iter()
            .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        (length, 2 + digits)
    };
    Some((tag, bytes.get(begin..begin + length)?, begin + length))
}

/// Several elements one after another.
fn answers(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut all = Vec::new();
    while let Some((_, _, length)) = tlv(bytes) {
        all.push(&bytes[..length]);
        bytes = &bytes[length..];
    }
    all
}
