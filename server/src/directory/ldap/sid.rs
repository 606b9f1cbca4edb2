//! Security ids (MS-DTYP 2.4.2): revision, number of parts, authority, parts of four bytes, the last of
//! which names an account within its domain.

/// Domain Admins, Schema Admins, Enterprise Admins: the same in every domain (MS-DTYP 2.4.2.4).
const PRIVILEGED: [u32; 3] = [512, 518, 519];
/// `S-1-5-32-544`, `BUILTIN\\Administrators`.
const ADMINISTRATORS: [u8; 16] = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 0x02, 0, 0];
/// `S-1-5-21`, what a domain's ids begin with: the authority and the first part.
const DOMAIN: [u8; 10] = [0, 0, 0, 0, 0, 5, 21, 0, 0, 0];

/// The last part.
pub(super) fn relative_id(sid: &[u8]) -> Option<u32> {
    let (_, last) = sid.split_last_chunk::<4>()?;
    Some(u32::from_le_bytes(*last))
}

/// The id of another account in the same domain.
pub(super) fn sibling(sid: &[u8], relative_id: u32) -> Option<Vec<u8>> {
    let (domain, _) = sid.split_last_chunk::<4>()?;
    is_of_domain(sid).then(|| [domain, &relative_id.to_le_bytes()].concat())
}

/// Whether a group rules the domain or the forest.
pub(super) fn is_privileged(sid: &[u8]) -> bool {
    sid == ADMINISTRATORS || is_of_domain(sid) && relative_id(sid).is_some_and(|id| PRIVILEGED.contains(&id))
}

fn is_of_domain(sid: &[u8]) -> bool {
    sid.len() == 28 && sid.get(2..12) == Some(&DOMAIN[..])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An id of a domain, or `S-1-5-32` with one.
    fn sid(parts: &[u32]) -> Vec<u8> {
        let count = u8::try_from(parts.len()).expect("few");
        let parts = parts.iter().flat_map(|part| part.to_le_bytes());
        [1, count, 0, 0, 0, 0, 0, 5].into_iter().chain(parts).collect()
    }

    #[test]
    fn those_who_rule_are_known() {
        for id in [512, 518, 519] {
            assert!(is_privileged(&sid(&[21, 1, 2, 3, id])), "{id}");
        }
        assert!(is_privileged(&sid(&[32, 544])));
        for other in [
            &[21, 1, 2, 3, 513][..],
            &[21, 1, 2, 3, 1_512],
            &[32, 545],
            &[32, 512],
            &[512],
            &[],
        ] {
            assert!(!is_privileged(&sid(other)), "{other:?}");
        }
        assert!(!is_privileged(&[]));
    }

    #[test]
    fn siblings_share_a_domain() {
        let (ada, users) = (sid(&[21, 1, 2, 3, 1_103]), sid(&[21, 1, 2, 3, 513]));
        assert_eq!(sibling(&ada, 513), Some(users.clone()));
        assert_eq!(relative_id(&users), Some(513));
        assert_eq!(sibling(&sid(&[32, 545]), 513), None);
        assert_eq!(sibling(&[1], 513), None);
    }
}
