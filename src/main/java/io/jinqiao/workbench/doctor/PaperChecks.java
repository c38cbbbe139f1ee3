package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.NamedIdentity.Purpose;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.DevelopmentMarker;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.RevocationSources.Condition;
import io.jinqiao.signing.SigningProfile;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said of keys, certificates and lists without asking anybody. */
final class PaperChecks {
    private final Papers papers;
    private final PartnerDescriptor partner;
    private final List<NamedIdentity> named;
    private final Instant now;

    PaperChecks(Papers papers, PartnerDescriptor partner, List<NamedIdentity> named, Instant now) {
        this.papers = papers;
        this.partner = partner;
        this.named = named.stream().filter(NamedIdentity::inForce).toList();
        this.now = now;
    }

    List<Symptom> keys() {
        List<Symptom> seen = new ArrayList<>(papers.ofKeys());
        named.stream().filter(NamedIdentity::ours).map(NamedIdentity::alias).distinct().map(papers.keys()::get).filter(Objects::nonNull).forEach(entry -> {
            if (!belongTogether(entry.privateKey(), entry.certificate().getPublicKey())) {
                seen.add(Symptom.of(Sign.PAIR_APART, entry.alias()));
            }
            if (partner.environment() == PartnerDescriptor.Environment.PROD && DevelopmentMarker.isOn(entry.certificate())) {
                seen.add(Symptom.of(Sign.MADE_FOR_DEVELOPMENT, entry.alias()));
            }
        });
        for (Profile profile : partner.signing().profiles().values()) {
            if (partner.signing().accepted().contains(profile.name()) && profile.profile().signs()) {
                kind(profile, papers.keys().containsKey(profile.ourKey()) ? profile.ourKey() : null, List.of()).ifPresent(seen::add);
            }
        }
        return seen;
    }

    private Optional<Symptom> kind(Profile profile, @Nullable String key, List<String> certificates) {
        SigningProfile agreed = profile.profile();
        boolean other = !papers.room().signing().problems(agreed, key, certificates).isEmpty();
        String alias = key == null ? certificates.stream().findFirst().orElse("") : key;
        return other ? Optional.of(Symptom.of(Sign.OTHER_ALGORITHM, alias, agreed.algorithm().name().toLowerCase(Locale.ROOT).replace('_', '-'))) : Optional.empty();
    }

    List<Symptom> certificates() {
        List<Symptom> seen = new ArrayList<>(papers.ofCertificates());
        named.stream().distinct().forEach(identity -> {
            X509Certificate certificate = certificate(identity);
            if (certificate != null) {
                check(identity, certificate).ifPresent(seen::add);
            }
        });
        for (Profile profile : partner.signing().profiles().values()) {
            if (partner.signing().accepted().contains(profile.name()) && profile.profile().signs()) {
                profile.theirCertificates().stream()
                        .filter(papers.certificates()::containsKey)
                        .forEach(alias -> kind(profile, null, List.of(alias)).ifPresent(seen::add));
            }
        }
        return seen;
    }

    private @Nullable X509Certificate certificate(NamedIdentity identity) {
        if (!identity.ours()) {
            return papers.certificates().get(identity.alias());
        }
        Keys.Entry entry = papers.keys().get(identity.alias());
        return entry == null ? null : entry.certificate();
    }

    private Optional<Symptom> check(NamedIdentity identity, X509Certificate certificate) {
        Problem problem = problem(certificate, identity.purpose());
        if (problem == null) {
            return Optional.of(Symptom.of(Sign.IN_FORCE, identity.alias()));
        }
        return symptom(identity.alias(), certificate, problem, identity.ours());
    }

    /** What is wrong with a certificate the other side showed. */
    Optional<Symptom> shown(String name, X509Certificate certificate) {
        Problem problem = problem(certificate, Purpose.CONNECTS_OUT);
        return problem == null ? Optional.empty() : symptom(name, certificate, problem, false);
    }

    private @Nullable Problem problem(X509Certificate certificate, Purpose purpose) {
        Problem problem = check(certificate, purpose == Purpose.SEALS ? CertificateUsage.KEY_WRAPPING : CertificateUsage.MESSAGE_SIGNATURE);
        boolean rsaServer = purpose == Purpose.CONNECTS_OUT && problem != null && problem.code() == FailureCode.CERTIFICATE_WRONG_USAGE;
        return rsaServer ? check(certificate, CertificateUsage.KEY_WRAPPING) : problem;
    }

    private @Nullable Problem check(X509Certificate certificate, CertificateUsage usage) {
        return papers.room().trust().check(certificate, usage, now).problem();
    }

    private Optional<Symptom> symptom(String alias, X509Certificate certificate, Problem problem, boolean ours) {
        String argument = problem.arguments().isEmpty() ? "" : problem.arguments().get(0);
        return Optional.ofNullable(switch (problem.code()) {
            case CERTIFICATE_EXPIRED -> Symptom.of(Sign.EXPIRED, alias, argument);
            case CERTIFICATE_NOT_YET_VALID -> Symptom.of(Sign.NOT_YET_VALID, alias, argument);
            case CERTIFICATE_WRONG_USAGE -> Symptom.of(argument.equals("keyEncipherment") ? Sign.MAY_NOT_SEAL : Sign.MAY_NOT_SIGN, alias);
            // whom our own certificate must convince is the other side; our anchors need not know its issuer
            case CERTIFICATE_UNTRUSTED -> ours ? null : Symptom.of(Sign.NO_PATH, alias, certificate.getIssuerX500Principal().getName());
            case CERTIFICATE_REVOKED -> Symptom.of(Sign.REVOKED, alias);
            case CERTIFICATE_WEAK -> Symptom.of(Sign.WEAK, alias, argument);
            case CERTIFICATE_STATUS_UNKNOWN -> ours ? null : Symptom.of(Sign.LIST_NOT_READ, certificate.getIssuerX500Principal().getName(), "");
            default -> null;
        });
    }

    List<Symptom> lists() {
        List<Symptom> seen = new ArrayList<>();
        papers.room().revocation().sources().forEach(source -> {
            if (source.problem() != null) {
                seen.add(Symptom.of(Sign.LIST_NOT_READ, source.location(), source.problem()));
            } else if (source.condition() != Condition.FRESH) {
                seen.add(Symptom.of(Sign.LIST_OVERDUE, source.location()));
            }
        });
        return seen;
    }

    private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
        String algorithm = publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] something = algorithm.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try {
            Signature signer = privateKey.getEncoded() == null
                    ? Signature.getInstance(algorithm) // a key inside a module signs there only
                    : Signature.getInstance(algorithm, CryptoProvider.bouncyCastle());
            signer.initSign(privateKey);
            signer.update(something);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm, CryptoProvider.bouncyCastle());
            verifier.initVerify(publicKey);
            verifier.update(something);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return privateKey.getEncoded() == null; // what a module does not offer is no proof against its key
        }
    }
}
