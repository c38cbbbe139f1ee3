package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.message.Digest;
import io.jinqiao.opinion.Opinions;
import io.jinqiao.opinion.SealMaking;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.SigningRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The sample seal of the demonstration, from its maker to its first use, and the sealed files on the disk. */
final class Sealing {
    private static final String ORGANISATION = "示范市住房公积金中心";
    private static final String PURPOSE = "贷款审批专用章";

    private Sealing() {}

    /** The seal works make a seal, the keeper hands it in, the approver enables it; nothing when that was done before. */
    static void prepare(SigningRoom works, X509Certificate user, Api keeper, Api approver) {
        String sealId = "DEV" + Digest.of(CertificateFiles.der(user)).hex().substring(0, 16);
        for (JsonNode seal : keeper.get("/api/v1/seals").body()) {
            if (seal.path("sealId").asText().equals(sealId)) {
                return;
            }
        }
        Instant now = Instant.now();
        byte[] data = new SealMaking(works.signing(), works.keys().get("seal-maker-sm2"))
                .sample(sealId, ORGANISATION, PURPOSE, user, now, Duration.between(now, user.getNotAfter().toInstant()));
        done(keeper.post("/api/v1/seals", Map.of("data", Base64.getEncoder().encodeToString(data), "reason", "演示样章 / sample seal")));
        done(approver.post("/api/v1/seals/" + sealId + "/enable", Map.of("reason", "演示：由另一人启用 / enabled by another person")));
    }

    private static void done(Api.Result result) {
        if (!result.ok()) {
            throw new IllegalStateException("the seal was refused: " + result.body());
        }
    }

    /** Both files of one opinion into a folder, their paths printed. */
    static void print(Opinions opinions, String opinionNo, Path folder, PrintStream out) {
        try {
            Files.createDirectories(folder);
            for (String format : new String[] {"pdf", "ofd"}) {
                byte[] file = opinions.document(opinionNo, format)
                        .orElseThrow(() -> new IllegalStateException("no " + format + " of " + opinionNo));
                out.println("  " + Files.write(folder.resolve(opinionNo + "." + format), file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
