//! Brotli and gzip at their slowest settings, remembered by content.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::thread;

use anyhow::{Context, Result, anyhow};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A file's contents in the two encodings.
#[derive(Clone, Debug)]
pub struct Twins {
    /// Brotli, quality 11.
    pub br: Vec<u8>,
    /// Gzip, level 9.
    pub gz: Vec<u8>,
}

/// Brotli at quality 11 with a window of 4 MB.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 22)
        .read_to_end(&mut out)
        .context("brotli")?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).context("gzip")?;
    encoder.finish().context("gzip")
}

/// Compresses several files at once; what is in `cache` is not computed again.
pub fn twins(cache: &Path, contents: &[&[u8]]) -> Result<Vec<Twins>> {
    fs::create_dir_all(cache).with_context(|| format!("cannot create {}", cache.display()))?;
    thread::scope(|scope| {
        let running: Vec<_> = contents
            .iter()
            .map(|bytes| scope.spawn(move || twins_of(cache, bytes)))
            .collect();
        running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .map_err(|_| anyhow!("the compression stopped unexpectedly"))?
            })
            .collect()
    })
}

fn twins_of(cache: &Path, bytes: &[u8]) -> Result<Twins> {
    let name = HEXLOWER.encode(&Sha256::digest(bytes));
    let (br, gz) = (cache.join(format!("{name}.br")), cache.join(format!("{name}.gz")));
    if let (Ok(br), Ok(gz)) = (fs::read(&br), fs::read(&gz)) {
        return Ok(Twins { br, gz });
    }
    let twins = Twins {
        br: brotli(bytes)?,
        gz: gzip(bytes)?,
    };
    fs::write(br, &twins.br)?;
    fs::write(gz, &twins.gz)?;
    Ok(twins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twins_unpack_to_what_went_in() {
        let cache = std::env::temp_dir().join(format!("postern-twins-{}", std::process::id()));
        let text = b"postern ".repeat(100);
        for _ in 0..2 {
            let twins = twins(&cache, &[&text]).expect("compression works").remove(0);
            let mut unpacked = Vec::new();
            brotli::Decompressor::new(&twins.br[..], 4096)
                .read_to_end(&mut unpacked)
                .expect("valid brotli");
            assert_eq!(unpacked, text);
            unpacked.clear();
            flate2::read::GzDecoder::new(&twins.gz[..])
                .read_to_end(&mut unpacked)
                .expect("valid gzip");
            assert_eq!(unpacked, text);
        }
        fs::remove_dir_all(cache).expect("removable");
    }
}
