package io.jinqiao.evidence.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinqiao.evidence.EvidenceVerifier.PackTrust;
import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.proof.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;

/** Checks a pack file by file, then record by record. Nothing in the pack is believed before it is proven. */
public final class PackVerification {
    private static final JsonMapper JSON = new JsonMapper();

    private PackVerification() {}

    public static PackVerdict verify(Path pack, PackTrust trust) throws IOException {
        Steps steps = new Steps("pack", new ArrayList<>());
        try (PackFiles files = new PackFiles(pack)) {
            PackManifest manifest = manifest(files);
            checkFiles(files, manifest, steps);
            checkCover(files, manifest, steps);
            PackSigners signers = new PackSigners(files, trust);
            new StatementChecks(files, signers).check(manifest, steps);
            RecordChecks records = new RecordChecks(files, signers);
            ProofChecks proofs = new ProofChecks(files, signers);
            for (PackManifest.Item item : manifest.records()) {
                records.check(item, steps.of(item.number()));
                proofs.check(item, steps.of(item.number()));
            }
        } catch (ZipException | JacksonException | IllegalArgumentException | DateTimeException e) {
            steps.refused(Check.PACKAGE, PackReason.NOT_A_PACK, unreadable(e));
        }
        return new PackVerdict(steps.all());
    }

    private static String unreadable(Exception e) {
        if (e instanceof ZipException) {
            return "压缩包或清单不成格式 / archive or list of records";
        }
        return e instanceof JacksonException ? "清单不是合格的 JSON / JSON of the list of records" : "清单中有不合格的值 / a value in the list of records";
    }

    private static PackManifest manifest(PackFiles files) throws IOException {
        byte[] bytes = files.find(PackLayout.MANIFEST);
        if (bytes == null) {
            throw new ZipException("no manifest");
        }
        PackManifest manifest = JSON.readValue(bytes, PackManifest.class);
        if (manifest.format() != 1 || manifest.records() == null || manifest.files() == null || manifest.records().isEmpty()) {
            throw new ZipException("manifest of another format");
        }
        for (int i = 0; i < manifest.records().size(); i++) {
            if (!PackLayout.inPlace(manifest.records().get(i), i + 1)) {
                throw new ZipException("records out of place");
            }
        }
        return manifest;
    }

    private static void checkFiles(PackFiles files, PackManifest manifest, Steps steps) throws IOException {
        int before = steps.all().size();
        Set<String> named = new HashSet<>(Set.of(PackLayout.MANIFEST));
        for (PackManifest.File file : manifest.files()) {
            named.add(file.path());
            byte[] bytes = files.find(file.path());
            if (bytes == null) {
                steps.refused(Check.PACKAGE, PackReason.FILE_MISSING, file.path());
            } else if (bytes.length != file.size() || !Sha256.hex(Sha256.of(bytes)).equals(file.sha256())) {
                steps.refused(Check.PACKAGE, PackReason.FILE_CHANGED, file.path());
            }
        }
        Set<String> known = PackLayout.paths(manifest.records());
        PackCertificates certificates = new PackCertificates(files, manifest);
        for (String name : files.names()) {
            boolean belongs = known.contains(name) || certificates.belongs(name) || name.startsWith("documents/") && PackLayout.isDocument(name, files.find(name));
            if (!named.contains(name) || !belongs) {
                steps.refused(Check.PACKAGE, PackReason.FILE_UNEXPECTED, name);
            }
        }
        if (steps.all().size() == before) {
            steps.ok(Check.PACKAGE, String.valueOf(named.size()));
        }
    }

    /** The page for people says what the records say, to the letter, or it is another page. */
    private static void checkCover(PackFiles files, PackManifest manifest, Steps steps) throws IOException {
        byte[] cover = files.find(PackLayout.COVER);
        String expected = CoverPage.html(manifest.about(), manifest.id(), manifest.created(), manifest.records());
        if (cover != null && Arrays.equals(cover, expected.getBytes(StandardCharsets.UTF_8))) {
            steps.ok(Check.COVER, "");
        } else {
            steps.refused(Check.COVER, PackReason.COVER_DIFFERS, PackLayout.COVER);
        }
    }
}
