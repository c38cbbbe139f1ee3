package io.jinqiao.workbench.certs;

import io.jinqiao.rulebook.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code certs.yaml} comes from: the folder itself, else the copy in the workbench jar. */
final class Packaged {
    private static final String NAME = "certs.yaml";
    private static final String COPY = "/workbench/certs-dev/" + NAME;

    private Packaged() {}

    static Source certsYaml(Path certsDev) throws IOException {
        Path own = certsDev.resolve(NAME);
        if (Files.exists(own)) {
            return new Source("certs-dev/" + NAME, "home " + own, Files.readAllBytes(own));
        }
        try (InputStream in = Packaged.class.getResourceAsStream(COPY)) {
            if (in == null) {
                throw new FileNotFoundException("neither " + own + " nor a packaged copy");
            }
            return new Source("certs-dev/" + NAME, "packaged " + COPY, in.readAllBytes());
        }
    }
}
