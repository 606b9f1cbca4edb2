//! A set of texts as a table of short hashes: small, read where it lies, never missing what is in
//! it.
//!
//! ```text
//! offset  bytes            what
//! 0       4                "PPWF"
//! 4       1                version, 1
//! 5       1                bits of the bucket number, 1–24
//! 6       2                0
//! 8       4                number of texts, n
//! 12      4 × (2^bits + 1) where each bucket starts, in texts; the last one is n
//! …       3 × n            for each text the hash after the bucket's bits, ascending in a bucket
//! ```
//!
//! Numbers are little-endian, except the three bytes of a hash. The hash of a text are the first
//! 64 bits of its SHA-256, big-endian: its first `bits` are the bucket, the next 24 are kept.
//!
//! A text that is not in the set is found all the same with a probability of `n / 2^(bits + 24)`.
//! [`build_filter`] makes buckets of 8 on average at most: below 1 in 2,000,000, so that the two
//! spellings that are asked for each password stay below 1 in 1,000,000 together.

use sha2::{Digest, Sha256};

const MAGIC: [u8; 4] = *b"PPWF";
const VERSION: u8 = 1;
const HEADER: usize = 12;
/// Bytes that are kept of a hash.
const KEPT: usize = 3;
/// Most texts in a bucket, on average.
const LOAD: usize = 8;

/// The first 64 bits of the SHA-256.
pub fn hash(text: &str) -> u64 {
    let digest = Sha256::digest(text);
    digest
        .iter()
        .take(8)
        .fold(0, |hash, &byte| hash << 8 | u64::from(byte))
}

/// A filter in its file's form.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    bits: u8,
    count: u32,
    starts: &'a [u8],
    kept: &'a [u8],
}

impl<'a> Filter<'a> {
    /// Reads the header; `None` if it is not a filter of this version or not whole.
    pub const fn parse(bytes: &'a [u8]) -> Option<Self> {
        let Some((header, rest)) = bytes.split_first_chunk::<HEADER>() else {
            return None;
        };
        let [m0, m1, m2, m3, version, bits, 0, 0, c0, c1, c2, c3] = *header else {
            return None;
        };
        let is_ours = u32::from_le_bytes([m0, m1, m2, m3]) == u32::from_le_bytes(MAGIC);
        if !is_ours || version != VERSION || bits == 0 || bits > 24 {
            return None;
        }
        let count = u32::from_le_bytes([c0, c1, c2, c3]);
        let Some((starts, kept)) = rest.split_at_checked(4 * ((1 << bits) + 1)) else {
            return None;
        };
        if kept.len() != KEPT * count as usize {
            return None;
        }
        Some(Self {
            bits,
            count,
            starts,
            kept,
        })
    }

    /// How many texts it was made of.
    pub const fn count(&self) -> usize {
        self.count as usize
    }

    /// Whether the text is in the set.
    pub fn contains(&self, text: &str) -> bool {
        self.contains_hash(hash(text))
    }

    fn contains_hash(&self, hash: u64) -> bool {
        let (bucket, kept) = split(hash, self.bits);
        self.bucket(bucket)
            .is_some_and(|texts| texts.as_chunks().0.contains(&kept))
    }

    fn bucket(&self, number: usize) -> Option<&[u8]> {
        let (starts, _) = self.starts.as_chunks::<4>();
        let at = |number: usize| Some(KEPT * u32::from_le_bytes(*starts.get(number)?) as usize);
        self.kept.get(at(number)?..at(number + 1)?)
    }
}

/// The bucket and what is kept.
fn split(hash: u64, bits: u8) -> (usize, [u8; KEPT]) {
    let [.., b0, b1, b2] = (hash >> (40 - bits)).to_be_bytes();
    let bucket = usize::try_from(hash >> (64 - bits)).unwrap_or(usize::MAX);
    (bucket, [b0, b1, b2])
}

/// Makes a filter of texts, in its file's form. Texts that occur twice are kept once.
///
/// There may be up to 2^27, which is what 24 bits of bucket numbers are good for; more would only
/// be found by mistake more often.
pub fn build_filter(texts: impl IntoIterator<Item: AsRef<str>>) -> Vec<u8> {
    let mut hashes: Vec<u64> = texts.into_iter().map(|text| hash(text.as_ref())).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let bits = (1..24).find(|&bits| LOAD << bits >= hashes.len()).unwrap_or(24);
    let mut starts = vec![0_u32; (1 << bits) + 1];
    for &hash in &hashes {
        starts[split(hash, bits).0 + 1] += 1;
    }
    for number in 1..starts.len() {
        starts[number] += starts[number - 1];
    }
    let count = starts[starts.len() - 1];
    let mut file = Vec::with_capacity(HEADER + 4 * starts.len() + KEPT * hashes.len());
    file.extend(MAGIC);
    file.extend([VERSION, bits, 0, 0]);
    file.extend(count.to_le_bytes());
    file.extend(starts.iter().flat_map(|start| start.to_le_bytes()));
    file.extend(hashes.iter().flat_map(|&hash| split(hash, bits).1));
    file
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_filter_of_this_version_is_not_read() {
        let file = build_filter(["one", "two"]);
        assert!(Filter::parse(&file).is_some());
        for (at, value) in [(0, b'X'), (4, 2), (5, 0), (5, 25), (6, 1), (8, 3)] {
            let mut spoilt = file.clone();
            spoilt[at] = value;
            assert!(Filter::parse(&spoilt).is_none(), "byte {at}");
        }
        assert!(Filter::parse(&file[..file.len() - 1]).is_none());
        assert!(Filter::parse(&[]).is_none());
    }

    #[test]
    fn starts_that_point_nowhere_find_nothing() {
        let mut file = build_filter(["one", "two"]);
        let starts = HEADER..file.len() - 2 * KEPT;
        file[starts].fill(0xff);
        assert!(!Filter::parse(&file).unwrap().contains("one"));
    }

    #[test]
    fn the_hash_is_the_start_of_the_sha_256() {
        assert_eq!(hash("abc"), 0xba78_16bf_8f01_cfea);
    }

    proptest! {
        #[test]
        fn what_is_in_it_is_found(texts in prop::collection::hash_set("\\PC{0,12}", 0..200)) {
            let file = build_filter(&texts);
            let filter = Filter::parse(&file).unwrap();
            prop_assert_eq!(filter.count(), texts.len());
            for text in &texts {
                prop_assert!(filter.contains(text));
            }
        }
    }
}
