#include "main/self_signed.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace quiver {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const {
    X509_EXTENSION_free(extension);
  }
};
template <typename Thing>
using Owned = std::unique_ptr<Thing, Free>;

std::string TextOf(BIO& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(&bio, &data);
  return std::string(data, static_cast<size_t>(size));
}

void AddHost(X509& certificate, const std::string& host) {
  const std::string value = "DNS:" + host;
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(
      nullptr, nullptr, NID_subject_alt_name, value.c_str()));
  X509_add_ext(&certificate, extension.get(), -1);
}

}  // namespace

SelfSigned MakeSelfSigned(const std::string& host) {
  constexpr long kHour = 3600;
  const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
  const Owned<X509> certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kHour);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kHour);
  X509_set_pubkey(certificate.get(), key.get());
  AddHost(*certificate, host);
  X509_sign(certificate.get(), key.get(), EVP_sha256());

  const Owned<BIO> certificate_text(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(certificate_text.get(), certificate.get());
  const Owned<BIO> key_text(BIO_new(BIO_s_mem()));
  PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0,
                           nullptr, nullptr);
  return {TextOf(*certificate_text), TextOf(*key_text)};
}

}  // namespace quiver
