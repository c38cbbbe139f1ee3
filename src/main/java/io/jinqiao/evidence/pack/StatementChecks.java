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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether every record is here that was when the pack was made: the list, its signature, and that the centre signed it. */
final class StatementChecks {
    private final PackFiles files;
    private final PackSigners signers;

    StatementChecks(PackFiles files, PackSigners signers) {
        this.files = files;
        this.signers = signers;
    }

    void check(PackManifest manifest, Steps steps) throws IOException {
        byte[] text = files.find(PackLayout.STATEMENT);
        if (text == null) {
            steps.notChecked(Check.STATEMENT, PackReason.STATEMENT_ABSENT, PackLayout.STATEMENT);
            return;
        }
        Statement statement = Statement.read(text);
        byte[] pem = files.find(PackLayout.certificate(statement.certificate()));
        if (pem == null || !isFingerprint(statement.certificate(), pem)) {
            steps.refused(Check.STATEMENT, PackReason.CERTIFICATE_MISSING, statement.certificate());
            return;
        }
        X509Certificate signer = CertificateFiles.certificate(pem);
        if (!isSigned(statement, text, signer)) {
            steps.refused(Check.STATEMENT, PackReason.SIGNATURE_INVALID, PackLayout.STATEMENT);
            return;
        }
        String wrong = firstDifference(manifest, statement);
        if (wrong != null) {
            steps.refused(Check.STATEMENT, PackReason.RECORDS_DIFFER, wrong);
        } else if (!isCentre(manifest, signer)) {
            steps.notChecked(
                    Check.STATEMENT, PackReason.STATEMENT_SIGNER, signer.getSubjectX500Principal().getName());
        } else {
            steps.ok(Check.STATEMENT, String.valueOf(statement.records().size()));
        }
        signers.check(signer, CertificateUsage.MESSAGE_SIGNATURE, Instant.parse(statement.created()), steps);
    }

    private boolean isSigned(Statement statement, byte[] text, X509Certificate signer) throws IOException {
        Optional<SigningProfile> profile = MessageFiles.profile(statement.profile());
        byte[] signature = files.find(PackLayout.STATEMENT_SIGNATURE);
        if (profile.isEmpty() || signature == null) {
            return false;
        }
        String written = new String(signature, StandardCharsets.US_ASCII);
        byte[] forOpenssl = SignatureBytes.forOpenssl(profile.get(), written).orElse(null);
        return Arrays.equals(files.find(PackLayout.STATEMENT_SIGNATURE_BIN), forOpenssl)
                && OfflineSignature.verifies(profile.get(), signer, text, written);
    }

    /** What is not in both; null when the same records are listed and here. */
    private @Nullable String firstDifference(PackManifest manifest, Statement statement) throws IOException {
        if (!statement.about().equals(manifest.about())
                || !statement.id().equals(manifest.id())
                || !statement.created().equals(manifest.created())) {
            return PackLayout.MANIFEST;
        }
        List<String> here = new ArrayList<>();
        for (PackManifest.Item item : manifest.records()) {
            byte[] record = files.find(item.message() + "record.txt");
            here.add(item.record() + " " + (record == null ? "" : Sha256.hex(Sha256.of(record))));
        }
        if (here.equals(statement.records())) {
            return null;
        }
        return statement.records().stream()
                .filter(listed -> !here.contains(listed))
                .findFirst()
                .or(() -> here.stream().filter(record -> !statement.records().contains(record)).findFirst())
                .orElse(PackLayout.STATEMENT);
    }

    /** Its certificate signed what the centre said in this pack, or is another of the same holder from the same issuer. */
    private boolean isCentre(PackManifest manifest, X509Certificate signer) throws IOException {
        for (PackManifest.Item item : manifest.records()) {
            byte[] record = StatementFiles.OURS.contains(item.kind()) ? files.find(item.message() + "record.txt") : null;
            String fingerprint = record == null ? null : RecordFacts.read(record).get("certificate-sha256");
            byte[] pem = fingerprint == null ? null : files.find(PackLayout.certificate(fingerprint));
            if (pem != null && isSameHolder(CertificateFiles.certificate(pem), signer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameHolder(X509Certificate ours, X509Certificate signer) {
        return ours.getSubjectX500Principal().equals(signer.getSubjectX500Principal())
                && ours.getIssuerX500Principal().equals(signer.getIssuerX500Principal());
    }

    private static boolean isFingerprint(String fingerprint, byte[] pem) {
        return Sha256.hex(Sha256.of(CertificateFiles.der(CertificateFiles.certificate(pem)))).equals(fingerprint);
    }
}
