package io.jinqiao.workbench.opinion;

import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.workbench.certs.TrustFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code opinion verify FILE}: every step, offline. Exit code 0 all checked, 1 refused, 2 authentic but incompletely checked or not in
 * force, also for a wrong command line.
 */
@Command(
        name = "verify",
        description = {"Checks a sealed opinion (OFD or PDF) without network, database or configuration.", "离线核验已盖章的审批意见。"},
        exitCodeListHeading = "%nExit codes / 退出码:%n",
        exitCodeList = {
            "0:everything was checked and holds / 全部核验通过",
            "1:refused / 不予认可",
            "2:nothing wrong was found but not everything was checked, or authentic but not in force, or a wrong command line / 核验不完整、已不再有效或命令有误"
        },
        mixinStandardHelpOptions = true)
public final class VerifyOpinionCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(description = "The sealed file, .ofd or .pdf")
    Path file;

    @Option(names = "--trust", description = "Folder of certificates you trust, *.pem; certs-dev: the roots of development")
    @Nullable Path trust;

    @Option(names = "--crl", description = "Revocation list; may be given several times")
    List<Path> lists = List.of();

    @Option(names = "--record", description = "What the centre approved, JSON")
    @Nullable Path record;

    @Option(names = "--organisation", description = "Who should have sealed (default: the record's)")
    @Nullable String organisation;

    @Option(names = "--lang", description = "zh or en", defaultValue = "zh")
    String language;

    @Override
    public Integer call() {
        try {
            DocumentVerdict verdict = OpinionVerification.verify(bytes(), basis(Clock.systemUTC().instant()));
            spec.commandLine().getOut().print(verdict.text(Locale.forLanguageTag(language)));
            spec.commandLine().getOut().flush();
            return verdict.exitCode();
        } catch (IOException | RuntimeException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(OpinionVerification.LARGEST_FILE + 1);
        }
    }

    private VerificationBasis basis(Instant now) throws IOException {
        boolean development = trust != null && TrustFiles.development(trust);
        RecordFile read = record == null ? null : RecordFile.read(record);
        String sealedBy = organisation == null && read != null ? read.organisation() : organisation;
        return new VerificationBasis(
                trust == null ? List.of() : TrustFiles.anchors(trust),
                TrustFiles.revocationLists(lists),
                development,
                sealedBy == null ? Set.of() : Set.of(sealedBy),
                read == null ? null : no -> Optional.of(read.record()).filter(r -> r.opinionNo().equals(no)),
                now,
                LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai")));
    }
}
