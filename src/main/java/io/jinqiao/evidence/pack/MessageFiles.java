package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.store.KeyErased;
import io.jinqiao.evidence.store.StoredContents;
import io.jinqiao.signing.SigningProfile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The exact bytes of a message, what was signed, the signature, and the certificates that belong to it. */
final class MessageFiles {
    static final Pattern LISTS = Pattern.compile("crl=([0-9a-f]{64})");

    private final JournalExcerpt journal;
    private final StoredContents contents;

    MessageFiles(JournalExcerpt journal, StoredContents contents) {
        this.journal = journal;
        this.contents = contents;
    }

    /** @return whether the content was erased on purpose */
    boolean add(PackZip zip, String number, RecordFacts facts) throws IOException {
        String folder = PackLayout.message(number, facts.kind());
        zip.add(folder + "record.txt", facts.text());
        boolean erased = false;
        try {
            StoredContents.Plain plain = contents.decrypt(new RecordId(facts.id()));
            zip.add(folder + "body.bin", plain.body());
            if (plain.input() != null) {
                zip.add(folder + "signing-input.bin", plain.input());
            }
        } catch (KeyErased e) {
            erased = true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("content of record " + facts.id() + " is not what was written", e);
        }
        addSignature(zip, folder, facts);
        addCertificates(zip, facts);
        return erased;
    }

    private static void addSignature(PackZip zip, String folder, RecordFacts facts) throws IOException {
        String signature = facts.signature();
        if (signature == null) {
            return;
        }
        zip.add(folder + "signature.txt", signature);
        Optional<byte[]> bytes = profile(facts.profile()).flatMap(p -> SignatureBytes.forOpenssl(p, signature));
        if (bytes.isPresent()) {
            zip.add(folder + "signature.bin", bytes.get());
        }
    }

    private void addCertificates(PackZip zip, RecordFacts facts) throws IOException {
        if (facts.certificate() != null) {
            Optional<byte[]> der = journal.certificate(facts.certificate());
            if (der.isPresent()) {
                zip.add(PackLayout.certificate(facts.certificate()), Pem.certificate(der.get()));
            }
        }
        Matcher lists = LISTS.matcher(String.valueOf(facts.revocation()));
        while (lists.find()) {
            Optional<byte[]> der = journal.revocationList(lists.group(1));
            if (der.isPresent()) {
                zip.add(PackLayout.revocationList(lists.group(1)), Pem.revocationList(der.get()));
            }
        }
    }

    /** Empty when there is none or it is written in a way nobody knows. */
    static Optional<SigningProfile> profile(@Nullable String words) {
        try {
            return words == null ? Optional.empty() : Optional.of(SigningProfile.parse(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
