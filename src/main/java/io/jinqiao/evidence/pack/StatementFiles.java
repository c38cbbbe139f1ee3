package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.evidence.store.RecordRow;
import io.jinqiao.signing.CertificateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The signed list of a pack's records, with the signer's certificate and what is known of it. */
final class StatementFiles {
    /** Kinds of records in which the centre speaks. */
    static final Set<String> OURS = Set.of("answered", "about-to-send");

    private final JournalExcerpt journal;
    private final StatementPen pen;

    StatementFiles(JournalExcerpt journal, StatementPen pen) {
        this.journal = journal;
        this.pen = pen;
    }

    void add(PackZip zip, String about, String id, String created, List<RecordRow> rows) throws IOException {
        Set<String> ours = rows.stream()
                .map(RecordRow::facts)
                .filter(facts -> OURS.contains(facts.kind()))
                .map(RecordFacts::certificate)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Optional<StatementPen.Hand> hand = pen.hand(ours);
        if (hand.isEmpty()) {
            return;
        }
        List<String> records = rows.stream().map(row -> line(row.facts())).toList();
        byte[] text = new Statement(about, id, created, hand.get().profile().ourWords(), hand.get().fingerprint(), records).text();
        String signature = pen.sign(hand.get(), text);
        zip.add(PackLayout.STATEMENT, text);
        zip.add(PackLayout.STATEMENT_SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
        zip.add(
                PackLayout.STATEMENT_SIGNATURE_BIN,
                SignatureBytes.forOpenssl(hand.get().profile(), signature).orElseThrow());
        zip.add(
                PackLayout.certificate(hand.get().fingerprint()),
                Pem.certificate(CertificateFiles.der(hand.get().certificate())));
        Optional<byte[]> list = journal.newestList(hand.get().certificate().getIssuerX500Principal());
        if (list.isPresent()) {
            zip.add(PackLayout.revocationList(Sha256.hex(Sha256.of(list.get()))), Pem.revocationList(list.get()));
        }
    }

    private static String line(RecordFacts facts) {
        return facts.id() + " " + Sha256.hex(Sha256.of(facts.text()));
    }
}
