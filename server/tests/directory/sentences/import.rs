//! `postern import`: what people of the directory registered.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use tempfile::TempDir;

use crate::world::World;

/// A configuration and a file of people, for the program itself.
struct Imports {
    folder: TempDir,
}

impl Imports {
    fn new(world: &World, people: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let configuration = format!(
            "public_url = \"https://reset.example.org\"\nlisten = \"127.0.0.1:1\"\ndata_dir = {:?}\n\
             [organisation]\nname = \"a\"\n[smtp]\nhost = \"localhost\"\nfrom = \"a@b.example\"\n{}",
            folder.path().join("data").display().to_string(),
            world.document(&[world.ldaps()], ""),
        );
        std::fs::write(folder.path().join("postern.toml"), configuration).expect("written");
        std::fs::write(folder.path().join("people.csv"), people).expect("written");
        Self { folder }
    }

    /// What the program says, on standard output and on standard error.
    fn run(&self, more: &[&str]) -> (String, String) {
        let path = |name: &str| self.folder.path().join(name);
        let done = Command::new(env!("CARGO_BIN_EXE_postern"))
            .arg("import")
            .arg(path("people.csv"))
            .arg("--config")
            .arg(path("postern.toml"))
            .args(more)
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (text(done.stdout), text(done.stderr))
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("data/postern.db")
    }

    fn count(&self, from: &str) -> i64 {
        let connection = rusqlite::Connection::open(self.store()).expect("opens");
        connection
            .query_row(&format!("SELECT count(*) FROM {from}"), [], |row| row.get(0))
            .expect("counts")
    }
}

pub async fn what_people_registered_is_added_once_and_a_dry_run_touches_nothing(world: Arc<World>) {
    let (ada, bo, cleo, dan) = (
        world.person("import-ada").await,
        world.person("import-bo").await,
        world.person("import-cleo").await,
        world.person("import-dan").await,
    );
    let file = format!(
        "user_name,primary_mail,recovery_addresses,mobile_numbers,totp_seed\n\
         {},{},ada@home.example,+1 202 555 0101,gezdgnbvgy3tqojqgezdgnbvgy3tqojq\n\
         ,{},bo@home.example,,\n\
         nobody-at-all,,x@home.example,,\n\
         {},,{},,\n\
         {},other@mail.example,dan@home.example,,\n",
        ada.name, ada.mail, bo.mail, cleo.name, cleo.mail, dan.name,
    );
    let imports = Imports::new(&world, &file);
    let refused = "line 4: the directory has not exactly one person of this user name or mail address\n\
                   line 5: recovery_addresses: the primary mail cannot be one, the lost password opens it\n\
                   line 6: the directory has another mail address for this user name\n";
    let (said, complained) = imports.run(&["--dry-run"]);
    assert_eq!(
        said, "2 people found, 3 refused; nothing was changed\n",
        "{complained}"
    );
    assert_eq!(complained, refused);
    assert!(!imports.store().exists());
    for added in [4, 0] {
        let (said, complained) = imports.run(&[]);
        assert_eq!(
            said,
            format!("{added} methods added for 2 people, 3 refused\n"),
            "{complained}"
        );
        assert_eq!(complained, refused);
        assert_eq!(imports.count("authenticators"), 4);
        assert_eq!(
            imports.count("audit_events WHERE reason = 'imported-by-operator' AND subject IS NOT NULL"),
            2
        );
        assert_eq!(imports.count("accounts"), 0);
    }
}

pub async fn what_the_directory_keeps_is_not_imported(world: Arc<World>) {
    let person = world.person("import-dora").await;
    let file = format!(
        "user_name,recovery_addresses,password,display_name\n{},dora@home.example,secret,Dora\n",
        person.name
    );
    let imports = Imports::new(&world, &file);
    let (said, complained) = imports.run(&[]);
    assert_eq!(said, "");
    assert_eq!(
        complained,
        "line 2: display_name, password: the directory keeps this, it cannot be imported\n"
    );
    assert!(!imports.store().exists());
}
