package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.OfflineSignature;
import io.jinqiao.signing.SigningProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes against record, signature against bytes, certificate against the reader's anchors. */
final class RecordChecks {
    private final PackFiles files;
    private final PackSigners signers;

    RecordChecks(PackFiles files, PackSigners signers) {
        this.files = files;
        this.signers = signers;
    }

    void check(PackManifest.Item item, Steps steps) throws IOException {
        byte[] text = files.find(item.message() + "record.txt");
        if (text == null) {
            steps.refused(Check.RECORD, PackReason.FILE_MISSING, item.message() + "record.txt");
            return;
        }
        Map<String, String> record = RecordFacts.read(text);
        byte[] input = files.find(item.message() + "signing-input.bin");
        checkBytes(item, record, input, steps);
        checkSignature(item, record, input, steps);
    }

    private void checkBytes(PackManifest.Item item, Map<String, String> record, byte @Nullable [] input, Steps steps)
            throws IOException {
        byte[] body = files.find(item.message() + "body.bin");
        String wrong = firstDifference(item, record, body, input);
        if (wrong != null) {
            steps.refused(Check.RECORD, PackReason.RECORD_DIFFERS, wrong);
        } else if (item.erased()) {
            if (body != null || input != null) {
                steps.refused(Check.RECORD, PackReason.CONTENT_ALTERED, "");
            } else {
                steps.notChecked(Check.RECORD, PackReason.CONTENT_ERASED, String.valueOf(record.get("body-sha256")));
            }
        } else {
            steps.ok(Check.RECORD, item.record());
        }
    }

    /** Name of the first thing that is not as the record states it; null when all is. */
    private @Nullable String firstDifference(
            PackManifest.Item item, Map<String, String> record, byte @Nullable [] body, byte @Nullable [] input)
            throws IOException {
        String stated = statedDifferently(item, record);
        if (stated != null) {
            return stated;
        }
        if (!item.erased() && !digest(body).equals(Optional.ofNullable(record.get("body-sha256")))) {
            return "body.bin";
        }
        if (!item.erased() && !digest(input).equals(Optional.ofNullable(record.get("input-sha256")))) {
            return "signing-input.bin";
        }
        byte[] signature = files.find(item.message() + "signature.txt");
        String signatureText = signature == null ? null : new String(signature, StandardCharsets.UTF_8);
        if (!Objects.equals(signatureText, record.get("signature"))) {
            return "signature.txt";
        }
        return Arrays.equals(files.find(item.message() + "signature.bin"), forOpenssl(record)) ? null : "signature.bin";
    }

    /** The signature in the other form; null where there is none, or none that can be written so. */
    private static byte @Nullable [] forOpenssl(Map<String, String> record) {
        String signature = record.get("signature");
        return signature == null
                ? null
                : MessageFiles.profile(record.get("profile"))
                        .flatMap(profile -> SignatureBytes.forOpenssl(profile, signature))
                        .orElse(null);
    }

    /** What the manifest says about a record must be what the record says. */
    private static @Nullable String statedDifferently(PackManifest.Item item, Map<String, String> record) {
        if (!item.record().equals(record.get("id"))) {
            return "id";
        }
        if (!item.at().equals(record.get("at"))) {
            return "at";
        }
        if (!item.kind().equals(record.get("kind")) || !item.message().equals(PackLayout.message(item.number(), item.kind()))) {
            return "kind";
        }
        if (!Objects.equals(item.partner(), record.get("partner"))) {
            return "partner";
        }
        if (!Objects.equals(item.operation(), record.get("operation"))) {
            return "operation";
        }
        if (!Objects.equals(item.messageId(), record.get("message"))) {
            return "message";
        }
        if (!item.verdict().equals(record.get("verdict"))) {
            return "verdict";
        }
        return Objects.equals(item.codes(), record.get("codes")) ? null : "codes";
    }

    private static Optional<String> digest(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(b -> Sha256.hex(Sha256.of(b)));
    }

    private void checkSignature(PackManifest.Item item, Map<String, String> record, byte @Nullable [] input, Steps steps)
            throws IOException {
        String signature = record.get("signature");
        if (item.verdict().equals("channel")) {
            steps.notChecked(Check.SIGNATURE, PackReason.CHANNEL_ONLY, "");
        } else if (signature == null) {
            steps.notChecked(Check.SIGNATURE, PackReason.UNSIGNED, "");
        } else if (item.erased()) {
            steps.notChecked(Check.SIGNATURE, PackReason.CONTENT_ERASED, "");
        } else {
            checkSignature(record, signature, input == null ? new byte[0] : input, steps);
        }
    }

    private void checkSignature(Map<String, String> record, String signature, byte[] input, Steps steps) throws IOException {
        Optional<SigningProfile> profile = MessageFiles.profile(record.get("profile"));
        if (profile.isEmpty()) {
            steps.notChecked(Check.SIGNATURE, PackReason.PROFILE_UNKNOWN, String.valueOf(record.get("profile")));
            return;
        }
        String fingerprint = record.get("certificate-sha256");
        if (fingerprint == null) {
            steps.notChecked(Check.SIGNATURE, PackReason.SIGNER_UNKNOWN, record.getOrDefault("codes", ""));
            return;
        }
        byte[] pem = files.find(PackLayout.certificate(fingerprint));
        if (pem == null) {
            steps.notChecked(Check.SIGNATURE, PackReason.CERTIFICATE_MISSING, fingerprint);
            return;
        }
        X509Certificate signer = CertificateFiles.certificate(pem);
        if (!Sha256.hex(Sha256.of(CertificateFiles.der(signer))).equals(fingerprint)) {
            steps.refused(Check.SIGNATURE, PackReason.RECORD_DIFFERS, PackLayout.certificate(fingerprint));
            return;
        }
        boolean verifies = OfflineSignature.verifies(profile.get(), signer, input, signature);
        judge(record, verifies, steps);
        judgeCertificate(record, signer, steps);
    }

    /** A message that was refused for its signature is proven by a signature that does not verify. */
    private static void judge(Map<String, String> record, boolean verifies, Steps steps) {
        String codes = " " + record.getOrDefault("codes", "") + " ";
        boolean recordedInvalid = codes.contains(" signature.invalid ") || codes.contains(" signature.malformed ");
        if (verifies && !recordedInvalid) {
            steps.ok(Check.SIGNATURE, String.valueOf(record.get("profile")));
        } else if (verifies) {
            steps.refused(Check.SIGNATURE, PackReason.VERDICT_DIFFERS, codes.strip());
        } else if (recordedInvalid) {
            steps.ok(Check.SIGNATURE, PackReason.REFUSED_AS_RECORDED, codes.strip());
        } else {
            steps.refused(Check.SIGNATURE, PackReason.SIGNATURE_INVALID, String.valueOf(record.get("profile")));
        }
    }

    private void judgeCertificate(Map<String, String> record, X509Certificate signer, Steps steps) {
        String codes = record.getOrDefault("codes", "");
        if (codes.contains("certificate.") || codes.contains("signature.")) {
            steps.ok(Check.CERTIFICATE, PackReason.REFUSED_AS_RECORDED, codes);
        } else {
            signers.check(signer, CertificateUsage.MESSAGE_SIGNATURE, Instant.parse(record.getOrDefault("at", "")), steps);
        }
    }
}
