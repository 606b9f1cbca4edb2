//! What a configuration may say, and how it is told what it may not.

use std::net::SocketAddr;

use super::*;
use crate::domain::method::Method;
use crate::domain::policy::{Role, Scope};

/// The four settings that have no default.
const REQUIRED: &str = r#"
public_url = "https://reset.contoso.example"
[organisation]
name = "Contoso"
[smtp]
host = "mail.contoso.example"
from = "Contoso <reset@contoso.example>"
"#;

/// The required settings with others; tables that appear in both are merged.
fn parse(document: &str) -> Result<Config, Vec<ConfigProblem>> {
    parse_in(document, &[])
}

fn parse_in(document: &str, environment: &[(&str, &str)]) -> Result<Config, Vec<ConfigProblem>> {
    let mut root = parse_document(REQUIRED)?;
    merge(&mut root, parse_document(document)?);
    let environment: Vec<(String, String)> = environment
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    read(Mode::Serve, root, &environment, &|path| match path.to_str() {
        Some("/secret") => Ok("hush\n".to_owned()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    })
}

#[track_caller]
fn problems(document: &str) -> Vec<String> {
    problems_in(document, &[])
}

#[track_caller]
fn problems_in(document: &str, environment: &[(&str, &str)]) -> Vec<String> {
    match parse_in(document, environment) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn accepted(document: &str) -> Config {
    parse(document).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn the_shipped_documentation_states_the_defaults() {
    let shipped = accepted(DEFAULT_TOML).effective().expect("writable");
    let silent = accepted("").effective().expect("writable");
    assert_eq!(shipped, silent);
}

#[test]
fn the_shipped_documentation_names_every_key() {
    let mut root = parse_document(DEFAULT_TOML).expect("TOML");
    merge(&mut root, parse_document("[help_desk.locales.ar]").expect("TOML"));
    let reader = Reader::new(&mut root, &[], &|_| Err(std::io::ErrorKind::NotFound.into()));
    let _ = walk(&reader, Mode::Serve, root);
    for path in reader.known() {
        let key = path.rsplit('.').next().expect("a key");
        let shown = DEFAULT_TOML.lines().any(|line| {
            let line = line.trim_start_matches("# ");
            line.starts_with(&format!("{key} =")) || (line.starts_with('[') && line.contains(key))
        });
        assert!(shown, "config.default.toml does not show {path}");
    }
}

#[test]
fn the_shipped_documentation_lacks_only_what_has_to_be_given() {
    let problems = Config::parse(DEFAULT_TOML, &[]).err().expect("incomplete");
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        ["public_url", "organisation.name", "smtp.host", "smtp.from"]
    );
}

#[test]
fn the_effective_configuration_reads_back_as_itself() {
    let config = accepted(
        r#"
        trusted_proxies = ["10.0.0.0/8", "192.0.2.7"]
        listen = "0.0.0.0:8443"
        [tls]
        certificate_file = "/etc/postern/certificate.pem"
        key_file = "/etc/postern/key.pem"
        [help_desk]
        phone = "+1 202 555 0199"
        [help_desk.locales.ar]
        hours = "8:00 إلى 18:00"
        [reset]
        scope = "selected"
        include = ["staff"]
        "#,
    );
    let effective = config.effective().expect("writable");
    let again = Config::parse(&effective, &[])
        .expect("reads back")
        .effective()
        .expect("writable");
    assert_eq!(effective, again);
}

#[test]
fn every_problem_is_reported_at_once_with_its_path() {
    insta::assert_snapshot!(
        problems(
            r#"
        public_url = "http://reset.contoso.example/portal"
        listen = "everywhere"
        trusted_proxies = ["10.0.0.0/33", "0.0.0.0/0"]
        answer_deadline_ms = 5000
        colour = "green"
        [tls]
        key_file = "key.pem"
        [organisation]
        default_locale = "tlh"
        locales = ["en", "xx"]
        [help_desk]
        phone = "call us"
        email = "nobody"
        link = "http://help.contoso.example"
        [help_desk.locales.xx]
        hours = "never"
        [reset]
        scope = "some"
        required_methods = 3
        disclosure = "explain"
        [methods.email]
        enabled = "yes"
        [methods.fax]
        enabled = true
        [roles]
        auditor = "auditors"
        king = ["crown"]
        [password]
        min_length = 7
        max_length = 257
        [flow]
        lifetime_seconds = 60
        [codes]
        digits = 4
        email_lifetime_seconds = 3600
        [smtp]
        security = "plain"
        user = "postern"
        port = 70000
        from = "Contoso"
        reply_to = "nobody"
        [challenge]
        counter_min = 10
        counter_max = 5
        [log]
        level = "loud"
        format = "xml"
        "#
        )
        .join("\n")
    );
}

#[test]
fn every_mistake_of_syntax_is_reported_with_its_line() {
    let problems = parse_document("a = \nb = \"open\nc = 1\n").expect_err("not TOML");
    let lines: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(lines, ["line 1", "line 2"]);
}

#[test]
fn policies_that_cannot_work_are_refused_with_the_reason() {
    for (document, path, reason) in [
        (
            "[reset]\nscope = \"selected\"",
            "reset.include",
            "must name a group",
        ),
        (
            "[reset]\nscope = \"selected\"\ninclude = [\"a\"]\nexclude = [\"a\", \"b\"]",
            "reset.exclude",
            "nobody could reset",
        ),
        (
            "[reset]\ninclude = [\"a\"]",
            "reset.include",
            "only when scope is \"selected\"",
        ),
        (
            "[methods.email]\nenabled = false",
            "methods",
            "asks for 2 classes of methods and only 1 is enabled",
        ),
        (
            "[methods.email]\ninclude = [\"a\"]\nexclude = [\"a\"]",
            "methods.email.exclude",
            "nobody could use",
        ),
        (
            "[reset]\nrequired_methods = 1\n[methods.email]\nenabled = false",
            "methods",
            "authenticator cannot be the only method",
        ),
        (
            "[reset]\nrequired_methods = 1\n[methods]\nemail.enabled = false\nauthenticator_code.enabled = false",
            "methods",
            "only none is enabled",
        ),
        ("listen = \"0.0.0.0:80\"", "listen", "plain HTTP"),
        (
            "[smtp]\nsecurity = \"plain\"",
            "smtp.security",
            "only for a mail server on this machine",
        ),
    ] {
        let problems = parse(document)
            .err()
            .unwrap_or_else(|| panic!("accepted: {document}"));
        assert_eq!(problems.len(), 1, "{document}: {problems:?}");
        assert_eq!(problems[0].path, path, "{document}");
        assert!(problems[0].message.contains(reason), "{}", problems[0]);
    }
}

#[test]
fn a_reset_that_is_off_needs_no_methods() {
    accepted(
        "[reset]\nscope = \"none\"\n[methods]\nemail.enabled = false\nauthenticator_code.enabled = false",
    );
}

#[test]
fn the_environment_overrides_the_file() {
    let config = parse_in(
        "[reset]\nrequired_methods = 2\n",
        &[
            ("POSTERN__RESET__REQUIRED_METHODS", "1"),
            ("POSTERN__RESET__SCOPE", "selected"),
            ("POSTERN__RESET__INCLUDE", "staff, students"),
            ("POSTERN__METHODS__AUTHENTICATOR_CODE__ENABLED", "false"),
            ("POSTERN__LISTEN", "[::1]:9000"),
            ("POSTERN__SMTP__PASSWORD", "12345"),
            ("POSTERN__SMTP__USER", "postern"),
            ("POSTERN_DIST", "is somebody else's"),
            ("PATH", "/bin"),
        ],
    )
    .unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(config.reset.required_methods, 1);
    assert_eq!(
        config.reset.include.iter().collect::<Vec<_>>(),
        ["staff", "students"]
    );
    assert!(!config.methods.authenticator_code.enabled);
    assert_eq!(
        config.listen,
        "[::1]:9000".parse::<SocketAddr>().expect("an address")
    );
    assert_eq!(config.smtp.password.expect("given").expose(), "12345");
}

#[test]
fn a_variable_that_names_nothing_is_a_problem() {
    let environment = [
        ("POSTERN__RESET__SKOPE", "all"),
        ("POSTERN__LISTEN__PORT", "1"),
        ("POSTERN__PASSWORD__MIN_LENGTH", "x"),
    ];
    let problems = problems_in("listen = \"127.0.0.1:1\"", &environment);
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems[0].contains("POSTERN__LISTEN__PORT"), "{problems:?}");
    assert!(
        problems
            .iter()
            .any(|problem| problem.starts_with("reset.skope: unknown key (from POSTERN__RESET__SKOPE)"))
    );
    assert!(
        problems
            .iter()
            .any(|problem| problem.starts_with("password.min_length: must be a whole number"))
    );
}

#[test]
fn a_secret_comes_from_the_key_or_from_a_file_and_is_never_shown() {
    let from_file = accepted("[smtp]\nuser = \"u\"\npassword_file = \"/secret\"");
    assert_eq!(from_file.smtp.password.as_ref().expect("given").expose(), "hush");
    assert!(!from_file.effective().expect("writable").contains("hush"));
    assert_eq!(
        problems("[smtp]\nuser = \"u\"\npassword = \"hush\"\npassword_file = \"/secret\""),
        ["smtp.password: is set, and password_file as well: only one of them may be"]
    );
    let unreadable = problems("[smtp]\nuser = \"u\"\npassword_file = \"/nowhere\"");
    assert_eq!(unreadable.len(), 1, "{unreadable:?}");
    assert!(
        unreadable[0].starts_with("smtp.password_file: /nowhere cannot be read"),
        "{unreadable:?}"
    );
    assert_eq!(
        problems("[smtp]\nuser = \"u\"\npassword = 4711"),
        ["smtp.password: must be a text"]
    );
}

const OPENLDAP: &str = r#"
[directory]
kind = "openldap"
urls = ["ldaps://ldap.contoso.example"]
bind_dn = "cn=postern,dc=contoso,dc=example"
bind_password = "hush"
base_dn = "dc=contoso,dc=example"
"#;

#[test]
fn a_directory_takes_its_defaults_from_its_kind() {
    assert!(accepted("").directory.ldap().is_none());
    let openldap = accepted(OPENLDAP);
    let ldap = openldap.directory.ldap().expect("outside");
    assert_eq!(ldap.attributes.user_name, ["uid"]);
    assert_eq!(
        (ldap.connect_timeout_seconds, ldap.operation_timeout_seconds),
        (3, 10)
    );
    assert!(ldap.writeback && openldap.directory.writeback());
    let effective = openldap.effective().expect("writable");
    assert!(!effective.contains("hush"));
    let again = Config::parse(&effective, &[]).expect("reads back").effective();
    assert_eq!(effective, again.expect("writable"));
    let domain = accepted(&OPENLDAP.replace("openldap", "active-directory"));
    let names = &domain.directory.ldap().expect("outside").attributes.user_name;
    assert_eq!(*names, ["userPrincipalName", "sAMAccountName"]);
}

#[test]
fn every_problem_of_a_directory_is_reported_at_once() {
    let document = r#"
        [directory]
        kind = "active-directory"
        urls = ["http://ldap.contoso.example", "ldap://user@host", "ldap://dc.contoso.example"]
        security = "plain"
        user_filter = "(employeeType="
        password_policy_dn = "cn=policy"
        pool_size = 0
        colour = "green"
        [directory.attributes]
        mail = "mail)(uid=*"
        "#;
    insta::assert_snapshot!(problems(document).join("\n"));
    let paths = |document: &str| -> Vec<String> {
        let problems = parse(document).err().expect("a problem");
        problems.into_iter().map(|problem| problem.path).collect()
    };
    assert_eq!(
        paths("[directory]\nurls = [\"ldaps://a\"]\nbind_dn = \"cn=a\""),
        ["directory.urls", "directory.bind_dn"],
        "a forgotten kind"
    );
    let plain = OPENLDAP.replace("ldaps:", "ldap:") + "security = \"plain\"";
    assert_eq!(paths(&plain), ["directory.security"]);
    assert_eq!(
        paths(&OPENLDAP.replace("openldap", "novell")),
        [
            "directory.kind",
            "directory.urls",
            "directory.bind_dn",
            "directory.bind_password",
            "directory.base_dn"
        ]
    );
    accepted(&plain.replace("ldap.contoso.example", "127.0.0.1:3890"));
}

#[test]
fn a_demonstration_may_speak_http_on_this_machine_only() {
    let local = ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:9"];
    for url in local {
        let above = format!("public_url = \"{url}\"");
        assert!(Config::parse_demonstration(&[REQUIRED, &above]).is_ok(), "{url}");
        assert_eq!(problems(&above).len(), 1, "{url}");
    }
    let elsewhere = "public_url = \"http://contoso.example\"";
    assert!(Config::parse_demonstration(&[REQUIRED, elsewhere]).is_err());
}

#[test]
fn later_documents_of_a_demonstration_win_key_by_key() {
    let config = Config::parse_demonstration(&[
        REQUIRED,
        "[reset]\nrequired_methods = 1",
        "[flow]\nmax_failures = 3",
    ])
    .unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!((config.reset.required_methods, config.flow.max_failures), (1, 3));
    assert_eq!(config.organisation.name, "Contoso");
}

#[test]
fn the_policy_says_what_the_file_says() {
    let policy = accepted(
        r#"
        [organisation]
        names = ["Contoso", "Fabrikam"]
        [reset]
        scope = "selected"
        include = ["staff"]
        exclude = ["temps"]
        [methods.email]
        exclude = ["kiosk"]
        [roles]
        auditor = ["audit"]
        [administrators]
        may_reset = false
        "#,
    )
    .policy();
    let Scope::Selected(filter) = &policy.reset_scope else {
        panic!("selected")
    };
    assert!(filter.include.contains("staff") && filter.exclude.contains("temps"));
    assert!(policy.methods[&Method::Email].exclude.contains("kiosk"));
    assert!(policy.methods.contains_key(&Method::AuthenticatorCode) && policy.methods.len() == 2);
    assert!(policy.roles[&Role::Auditor].contains("audit"));
    assert!(!policy.administrators_may_reset);
    assert_eq!(policy.password.organisation_names, ["Contoso", "Fabrikam"]);
    assert_eq!(policy.flow.max_continues, 10);
}

#[test]
fn the_help_desk_differs_by_language_where_it_says_so() {
    let config =
        accepted("[help_desk]\nphone = \"1\"\nhours = \"always\"\n[help_desk.locales.AR]\nhours = \"دائما\"");
    let arabic = config.help_desk.for_locale("ar");
    assert_eq!(
        (arabic.phone.as_deref(), arabic.hours.as_deref()),
        (Some("1"), Some("دائما"))
    );
    assert_eq!(config.help_desk.for_locale("en").hours.as_deref(), Some("always"));
}
