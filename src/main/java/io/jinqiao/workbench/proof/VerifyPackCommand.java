package io.jinqiao.workbench.proof;

import io.jinqiao.evidence.EvidenceVerifier;
import io.jinqiao.evidence.PackVerdict;
import io.jinqiao.workbench.certs.TrustFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence verify PACK}: every step, offline. Exit code 0 all checked, 1 refused, 2 nothing refused but incompletely checked. */
@Command(
        name = "verify",
        description = {"Checks an evidence pack without network, database or configuration.", "离线核验存证包。"})
public final class VerifyPackCommand implements Callable<Integer> {
    @Parameters(description = "The pack, evidence-….zip")
    Path pack;

    @Option(
            names = "--trust",
            description = "Folder of root certificates you trust, *.crt.pem (default: certs-dev, roots of development)",
            defaultValue = "certs-dev")
    Path trust;

    @Option(names = "--crl", description = "Further revocation lists")
    List<Path> lists = List.of();

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh")
    String language;

    @Override
    public Integer call() throws IOException {
        PackVerdict verdict = EvidenceVerifier.verify(
                pack, new EvidenceVerifier.PackTrust(TrustFiles.anchors(trust), TrustFiles.revocationLists(lists), TrustFiles.development(trust)));
        System.out.print(verdict.text(Locale.forLanguageTag(language)));
        return verdict.exitCode();
    }
}
