package io.jinqiao.evidence.pack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jinqiao.evidence.EvidencePacks;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.store.RecordRow;
import io.jinqiao.evidence.store.StoredContents;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TrustMaterial;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes packs from the journal. */
public final class PackWriter implements EvidencePacks {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JournalExcerpt journal;
    private final StoredContents contents;
    private final TrustMaterial material;
    private final StatementPen pen;
    private final Clock clock;

    public PackWriter(JdbcTemplate jdbc, StoredContents contents, TrustMaterial material, StatementPen pen, Clock clock) {
        this.journal = new JournalExcerpt(jdbc);
        this.contents = contents;
        this.material = material;
        this.pen = pen;
        this.clock = clock;
    }

    /** @param name what tells it from other packs, for people: an application number means something only beside its bank */
    private record Pack(PackWriter writer, String about, String id, String name, List<RecordRow> rows, List<Document> documents, Instant created)
            implements EvidencePack {
        @Override
        public String fileName() {
            return "evidence-" + name.replaceAll("[^0-9A-Za-z-]", "_") + "-" + COMPACT.format(created) + ".zip";
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            writer.write(this, out);
        }
    }

    @Override
    public EvidencePack forMessage(RecordId id) {
        List<RecordRow> rows = journal.exchange(id);
        if (rows.stream().noneMatch(row -> row.facts().id().equals(id.value()))) {
            throw new IllegalArgumentException("no record " + id);
        }
        return new Pack(this, "message", id.toString(), id.toString(), rows, List.of(), now());
    }

    @Override
    public EvidencePack forLoan(PartnerId bank, String applicationNo, Enclosed enclosed) {
        List<RecordRow> rows = new ArrayList<>(journal.ofApplication(bank, applicationNo));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no record about this application");
        }
        for (Subject subject : enclosed.subjects()) {
            rows.addAll(journal.ofApplication(subject.partner(), Objects.requireNonNull(subject.applicationNo())));
        }
        rows.sort(Comparator.comparing(row -> row.facts().id().toString()));
        return new Pack(this, "loan", applicationNo, bank.value() + "-" + applicationNo, rows, enclosed.documents(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void write(Pack pack, OutputStream out) throws IOException {
        PackZip zip = new PackZip(out);
        MessageFiles messages = new MessageFiles(journal, contents);
        ProofFiles proofs = new ProofFiles(journal);
        List<PackManifest.Item> items = new ArrayList<>();
        int width = Math.max(2, String.valueOf(pack.rows.size()).length());
        for (RecordRow row : pack.rows) {
            String number = String.format("%0" + width + "d", items.size() + 1);
            boolean erased = messages.add(zip, number, row.facts());
            ProofFiles.Written proof = proofs.add(zip, number, row.facts().id());
            items.add(item(number, row, proof, erased));
        }
        for (Document document : pack.documents) {
            zip.add(PackLayout.document(document.file(), document.format()), document.file());
        }
        zip.add(PackLayout.AUTHORITIES, authorities());
        String created = pack.created.toString();
        new StatementFiles(journal, pen).add(zip, pack.about, pack.id, created, pack.rows);
        zip.add(PackLayout.COVER, CoverPage.html(pack.about, pack.id, created, items));
        PackManifest manifest = new PackManifest(1, pack.about, pack.id, created, items, zip.files());
        zip.add(PackLayout.MANIFEST, JSON.writeValueAsBytes(manifest));
        zip.finish();
    }

    private static PackManifest.Item item(String number, RecordRow row, ProofFiles.Written proof, boolean erased) {
        var f = row.facts();
        return new PackManifest.Item(
                number, f.id().toString(), f.at().toString(), f.kind(), f.partner(), f.operation(), f.messageId(), f.verdict(), f.codes(),
                PackLayout.message(number, f.kind()), proof.link(), proof.seal(), erased);
    }

    private String authorities() {
        return material.anchors().stream()
                .map((X509Certificate anchor) -> Pem.certificate(CertificateFiles.der(anchor)))
                .collect(Collectors.joining());
    }
}
