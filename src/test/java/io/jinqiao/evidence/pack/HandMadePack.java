package io.jinqiao.evidence.pack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.ProofText;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.SealFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.TestAuthority;
import io.jinqiao.signing.TestTimeStamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A pack made without a journal, by somebody who holds every key: two sealed records and one that is linked only. Records are lines that may
 * be changed before the proofs are made; files may be changed after. The manifest and the cover fit whatever is there.
 */
final class HandMadePack {
    static final TestAuthority ROOT = TestAuthority.root("Pack Root");
    static final TestAuthority BETWEEN = ROOT.intermediate("Pack Issuer");
    static final Instant AT = TestAuthority.NOW;
    static final SigningProfile SM2 = SigningProfile.sm2(SigningProfile.Form.RAW, SigningProfile.Text.BASE64);
    private static final KeyPair KEY = TestAuthority.sm2();
    static final X509Certificate SIGNER = BETWEEN.leaf("Signer").key(KEY).issue();
    static final TestTimeStamps AUTHORITY = new TestTimeStamps(ROOT);

    /** Of one record. */
    static final class Item {
        final Map<String, String> lines = new LinkedHashMap<>();
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] input = "a=1".getBytes(StandardCharsets.UTF_8);
        boolean erased;
        boolean linked = true;
        boolean sealed = true;
    }

    final List<Item> items = new ArrayList<>();
    final Map<String, byte[]> files = new TreeMap<>();
    final List<LinkFacts> links = new ArrayList<>();
    List<SealFacts.Range> ranges = List.of(new SealFacts.Range("n1", 1, 2));
    Instant stamped = AT.plusSeconds(60);
    int format = 1;
    final List<PackManifest.Item> told = new ArrayList<>();

    HandMadePack() {
        items.add(item(1, "received", "accepted"));
        items.add(item(2, "answered", "accepted"));
        Item last = item(3, "nothing-came", "none");
        last.lines.keySet().removeAll(List.of("signature", "profile", "certificate-sha256", "input-sha256"));
        last.input = null;
        last.sealed = false;
        items.add(last);
    }

    private static Item item(int number, String kind, String verdict) {
        Item item = new Item();
        item.lines.put("id", "00000000-0000-4000-8000-00000000000" + number);
        item.lines.put("node", "n1");
        item.lines.put("at", AT.plusSeconds(number).toString());
        item.lines.put("kind", kind);
        item.lines.put("partner", "bank-a");
        item.lines.put("operation", "loan-application");
        item.lines.put("message", "M-1");
        item.lines.put("verdict", verdict);
        item.lines.put("body-sha256", Sha256.hex(Sha256.of(item.body)));
        item.lines.put("input-sha256", Sha256.hex(Sha256.of(item.input)));
        item.lines.put("signature", sign(item.input));
        item.lines.put("profile", SM2.ourWords());
        item.lines.put("certificate-sha256", fingerprint(SIGNER));
        return item;
    }

    static String sign(byte[] input) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", CryptoProvider.bouncyCastle());
            signature.initSign(KEY.getPrivate());
            signature.update(input);
            return Base64.getEncoder().encodeToString(io.jinqiao.signing.SignatureForms.derToRaw(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fingerprint(X509Certificate certificate) {
        return Sha256.hex(Sha256.of(CertificateFiles.der(certificate)));
    }

    /** Makes every file from the records as they are now. */
    HandMadePack made() throws Exception {
        files.clear();
        links.clear();
        told.clear();
        byte[] previous = LinkFacts.none();
        for (int i = 0; i < items.size(); i++) {
            LinkFacts link = new LinkFacts("n1", i + 1, "7", previous, Sha256.of(text(items.get(i))));
            links.add(link);
            previous = link.hash();
        }
        for (int i = 0; i < items.size(); i++) {
            add(i);
        }
        seal();
        files.put(PackLayout.certificate(fingerprint(SIGNER)), ascii(Pem.certificate(CertificateFiles.der(SIGNER))));
        files.put(PackLayout.AUTHORITIES, ascii(Pem.certificate(CertificateFiles.der(BETWEEN.certificate))
                + Pem.certificate(CertificateFiles.der(ROOT.certificate))));
        list(BETWEEN.crl().issue());
        list(ROOT.crl().issue());
        return this;
    }

    void list(X509CRL list) throws Exception {
        files.put(PackLayout.revocationList(Sha256.hex(Sha256.of(list.getEncoded()))), ascii(Pem.revocationList(list.getEncoded())));
    }

    private static byte[] text(Item item) {
        ProofText text = new ProofText(RecordFacts.TITLE);
        item.lines.forEach(text::line);
        return text.bytes();
    }

    private void add(int i) {
        Item item = items.get(i);
        String number = String.format("%02d", i + 1);
        Map<String, String> lines = item.lines;
        String folder = PackLayout.message(number, lines.get("kind"));
        files.put(folder + "record.txt", text(item));
        if (!item.erased) {
            files.put(folder + "body.bin", item.body);
        }
        if (!item.erased && item.input != null) {
            files.put(folder + "signing-input.bin", item.input);
        }
        if (lines.containsKey("signature")) {
            files.put(folder + "signature.txt", ascii(lines.get("signature")));
            MessageFiles.profile(lines.get("profile"))
                    .flatMap(profile -> SignatureBytes.forOpenssl(profile, lines.get("signature")))
                    .ifPresent(bytes -> files.put(folder + "signature.bin", bytes));
        }
        String proof = PackLayout.proof(number);
        if (item.linked) {
            files.put(proof + "link.txt", links.get(i).text());
            if (i > 0) {
                files.put(proof + "previous-link.txt", links.get(i - 1).text());
            }
            if (i + 1 < links.size()) {
                files.put(proof + "next-link.txt", links.get(i + 1).text());
            }
        }
        told.add(new PackManifest.Item(
                number, lines.get("id"), lines.get("at"), lines.get("kind"), lines.get("partner"), lines.get("operation"),
                lines.get("message"), lines.get("verdict"), lines.get("codes"), folder, item.linked ? proof : null,
                item.linked && item.sealed ? PackLayout.seal(1) : null, item.erased));
    }

    private void seal() throws Exception {
        List<byte[]> leaves = links.subList(0, 2).stream().map(LinkFacts::hash).toList();
        SealFacts seal = new SealFacts(1, LinkFacts.none(), Merkle.root(leaves), ranges);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).linked && items.get(i).sealed) {
                files.put(PackLayout.proof(String.format("%02d", i + 1)) + "path.txt", ascii(PathText.write(Merkle.path(leaves, Math.min(i, 1)))));
            }
        }
        files.put(PackLayout.seal(1) + "seal.txt", seal.text());
        files.put(PackLayout.seal(1) + "seal.tsr", AUTHORITY.token(seal.digest(), stamped));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** With cover and manifest, unless they are there already. */
    Path write(Path folder) throws IOException {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putIfAbsent(PackLayout.COVER, CoverPage.html("loan", "JQ-1", "2026-06-02T00:00:00Z", told).getBytes(StandardCharsets.UTF_8));
        List<PackManifest.File> list = new ArrayList<>();
        all.forEach((name, bytes) -> list.add(new PackManifest.File(name, bytes.length, Sha256.hex(Sha256.of(bytes)))));
        PackManifest manifest = new PackManifest(format, "loan", "JQ-1", "2026-06-02T00:00:00Z", told, list);
        all.putIfAbsent(PackLayout.MANIFEST, new JsonMapper().writeValueAsBytes(manifest));
        Path pack = Files.createTempFile(folder, "pack", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(pack))) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return pack;
    }
}
