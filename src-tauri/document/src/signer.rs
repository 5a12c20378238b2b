//! A key of a portfolio's own, with a certificate that it signs itself, and what both say of a file (CMS, RFC 5652, with the
//! attributes of CAdES, ETSI EN 319 122-1).
//!
//! What it proves is little and true: whoever wrote the file had the key, and the file has not changed since. Who that is
//! nobody vouches for, so the certificate names no person.

use chrono::{DateTime, TimeDelta, Utc};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{
    BitString, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime, Utf8StringRef,
};
use der::oid::AssociatedOid as _;
use der::{Any, Decode, Encode, Sequence};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use sha2::{Digest, Sha256};
use std::time::Duration;
use x509_cert::attr::{Attribute, AttributeTypeAndValue};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, TbsCertificate, Version};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// How long a certificate says that it is good for: longer than any portfolio is looked at.
const DAYS: i64 = 365 * 40;

/// Why there is no signature: a key or certificate that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the key that signs is damaged")]
pub struct NoSigner;

impl From<der::Error> for NoSigner {
    fn from(_: der::Error) -> Self {
        Self
    }
}

/// A key with its certificate.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    certificate: Certificate,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer {}", self.fingerprint())
    }
}

impl PartialEq for Signer {
    fn eq(&self, other: &Self) -> bool {
        self.certificate == other.certificate
    }
}

impl Eq for Signer {}

/// Which certificate made the signature, so that no other with the same key can stand in for it (RFC 5035).
#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<CertificateId>,
}

/// SHA-256 is what is meant where no other algorithm is named.
#[derive(Sequence)]
struct CertificateId {
    hash: OctetString,
}

impl Signer {
    /// Makes a signer out of 48 bytes of chance: 32 for the key, 16 for the number of the certificate. `name` stands in
    /// the certificate.
    ///
    /// # Errors
    /// [`NoSigner`] if the bytes are no key, which for bytes of chance does not happen.
    pub fn new(chance: &[u8; 48], name: &str, from: DateTime<Utc>) -> Result<Self, NoSigner> {
        let (secret, serial) = chance.split_at(32);
        let key = SigningKey::from_slice(secret).map_err(|_| NoSigner)?;
        // A number of a certificate is not negative.
        let mut serial = serial.to_vec();
        serial[0] = serial[0] & 0x7F | 0x40;
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let stated = TbsCertificate {
            version: Version::V3,
            serial_number: SerialNumber::new(&serial)?,
            signature: ecdsa_with_sha_256(),
            issuer: named(name)?,
            validity: Validity {
                not_before: time(from)?,
                not_after: time(from + TimeDelta::days(DAYS))?,
            },
            subject: named(name)?,
            subject_public_key_info: public(&key)?,
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: Some(vec![Extension {
                extn_id: KeyUsage::OID,
                critical: true,
                extn_value: OctetString::new(usage.to_der()?)?,
            }]),
        };
        let signature: DerSignature = key.sign(&stated.to_der()?);
        let certificate = Certificate {
            tbs_certificate: stated,
            signature_algorithm: ecdsa_with_sha_256(),
            signature: BitString::from_bytes(signature.as_bytes())?,
        };
        Ok(Self { key, certificate })
    }

    /// The signer that [`key`](Self::key) and [`certificate`](Self::certificate) once gave out.
    ///
    /// # Errors
    /// [`NoSigner`] if they are no key and certificate, or do not belong together.
    pub fn from_parts(key: &[u8], certificate: &[u8]) -> Result<Self, NoSigner> {
        let key = SigningKey::from_slice(key).map_err(|_| NoSigner)?;
        let certificate = Certificate::from_der(certificate)?;
        let signer = Self { key, certificate };
        if public(&signer.key)? == signer.certificate.tbs_certificate.subject_public_key_info {
            Ok(signer)
        } else {
            Err(NoSigner)
        }
    }

    /// The secret, 32 bytes.
    #[must_use]
    pub fn key(&self) -> Vec<u8> {
        self.key.to_bytes().to_vec()
    }

    /// The certificate in DER.
    ///
    /// # Errors
    /// [`NoSigner`] if it cannot be written, which does not happen to one that was made or read.
    pub fn certificate(&self) -> Result<Vec<u8>, NoSigner> {
        Ok(self.certificate.to_der()?)
    }

    /// The SHA-256 of the certificate in hexadecimal digits, as programs show it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let der = self.certificate.to_der().unwrap_or_default();
        Sha256::digest(der)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// What it says of content with this SHA-256, as CMS in DER. The same content is given the same answer (RFC 6979).
    pub(crate) fn cms(&self, digest: &[u8]) -> Result<Vec<u8>, NoSigner> {
        let sha_256 = AlgorithmIdentifierOwned {
            oid: SHA_256,
            parameters: None,
        };
        let own = SigningCertificateV2 {
            certificates: vec![CertificateId {
                hash: OctetString::new(Sha256::digest(self.certificate.to_der()?).as_slice())?,
            }],
        };
        let attributes = SetOfVec::try_from(vec![
            attribute(CONTENT_TYPE, Any::encode_from(&DATA)?)?,
            attribute(
                MESSAGE_DIGEST,
                Any::encode_from(&OctetString::new(digest)?)?,
            )?,
            attribute(SIGNING_CERTIFICATE, Any::encode_from(&own)?)?,
        ])?;
        let signature: DerSignature = self.key.sign(&attributes.to_der()?);
        let of = &self.certificate.tbs_certificate;
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: of.issuer.clone(),
                serial_number: of.serial_number.clone(),
            }),
            digest_alg: sha_256.clone(),
            signed_attrs: Some(attributes),
            signature_algorithm: ecdsa_with_sha_256(),
            signature: OctetString::new(signature.as_bytes())?,
            unsigned_attrs: None,
        };
        let certificates = vec![CertificateChoices::Certificate(self.certificate.clone())];
        let signed = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![sha_256])?,
            encap_content_info: EncapsulatedContentInfo {
                econtent_type: DATA,
                econtent: None,
            },
            certificates: Some(CertificateSet::try_from(certificates)?),
            crls: None,
            signer_infos: SignerInfos::try_from(vec![info])?,
        };
        let content = ContentInfo {
            content_type: SIGNED_DATA,
            content: Any::encode_from(&signed)?,
        };
        Ok(content.to_der()?)
    }
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Result<Attribute, NoSigner> {
    Ok(Attribute {
        oid,
        values: SetOfVec::try_from(vec![value])?,
    })
}

/// A name of one part. What is longer than the 64 letters that it has room for is cut.
fn named(name: &str) -> Result<Name, NoSigner> {
    let name: String = name.chars().take(64).collect();
    let part = AttributeTypeAndValue {
        oid: COMMON_NAME,
        value: Any::encode_from(&Utf8StringRef::new(&name)?)?,
    };
    let part = RelativeDistinguishedName(SetOfVec::try_from(vec![part])?);
    Ok(RdnSequence(vec![part]))
}

/// A moment as certificates write it: with two digits of the year for as long as they tell it (RFC 5280, 4.1.2.5).
fn time(at: DateTime<Utc>) -> Result<Time, NoSigner> {
    let seconds = u64::try_from(at.timestamp()).map_err(|_| NoSigner)?;
    let since = Duration::from_secs(seconds);
    match UtcTime::from_unix_duration(since) {
        Ok(time) => Ok(Time::UtcTime(time)),
        Err(_) => Ok(Time::GeneralTime(GeneralizedTime::from_unix_duration(
            since,
        )?)),
    }
}

/// How everything in here is signed.
fn ecdsa_with_sha_256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: ECDSA_WITH_SHA_256,
        parameters: None,
    }
}

/// What others check a signature with.
fn public(key: &SigningKey) -> Result<SubjectPublicKeyInfoOwned, NoSigner> {
    let point = key.verifying_key().to_encoded_point(false);
    Ok(SubjectPublicKeyInfoOwned {
        algorithm: AlgorithmIdentifierOwned {
            oid: EC_PUBLIC_KEY,
            parameters: Some(Any::encode_from(&P_256)?),
        },
        subject_public_key: BitString::from_bytes(point.as_bytes())?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier as _;

    fn signer() -> Signer {
        let at = "2026-11-27T12:00:00Z".parse().unwrap();
        Signer::new(&[7; 48], "Aftershift portfolio 1a2b", at).unwrap()
    }

    #[test]
    fn a_signer_comes_back_from_its_parts_and_only_from_those_that_belong_together() {
        let one = signer();
        let der = one.certificate().unwrap();
        let again = Signer::from_parts(&one.key(), &der).unwrap();
        assert_eq!(again, one);
        assert_eq!(again.cms(&[1; 32]), one.cms(&[1; 32]), "and says the same");
        assert!(Signer::from_parts(&[9; 32], &der).is_err());
        assert!(Signer::from_parts(&[0; 32], &der).is_err(), "no key at all");
        assert!(Signer::from_parts(&one.key(), &der[1..]).is_err());
        assert!(!format!("{one:?}").contains(&format!("{:?}", one.key())));
    }

    #[test]
    fn what_is_said_is_of_this_content_by_this_certificate() {
        let one = signer();
        let content = ContentInfo::from_der(&one.cms(&[1; 32]).unwrap()).unwrap();
        let signed: SignedData = content.content.decode_as().unwrap();
        let info = &signed.signer_infos.0.as_slice()[0];
        let attributes = info.signed_attrs.as_ref().unwrap();
        let of = |oid: ObjectIdentifier| {
            let mut all = attributes.iter();
            all.find(|it| it.oid == oid).unwrap().values.as_slice()[0].clone()
        };
        let digest: OctetString = of(MESSAGE_DIGEST).decode_as().unwrap();
        assert_eq!(digest.as_bytes(), [1; 32]);
        let own: SigningCertificateV2 = of(SIGNING_CERTIFICATE).decode_as().unwrap();
        let hash = Sha256::digest(one.certificate().unwrap());
        assert_eq!(own.certificates[0].hash.as_bytes(), hash.as_slice());
        let signature = DerSignature::from_bytes(info.signature.as_bytes()).unwrap();
        let key = VerifyingKey::from(&one.key);
        let said = attributes.to_der().unwrap();
        assert!(key.verify(&said, &signature).is_ok());
        assert!(key.verify(&said[1..], &signature).is_err());
    }
}
