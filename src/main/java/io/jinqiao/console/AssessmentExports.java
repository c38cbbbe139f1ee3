package io.jinqiao.console;

import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.AssessmentFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A period as files in one archive: {@code cases.csv}, {@code scheme.txt}, {@code score.csv}, {@code indicators.csv}, {@code fee.csv}. Who computes it again needs nothing of ours. */
@Service
public class AssessmentExports {
    private final AssessmentFacts facts;
    private final AssessmentFiles files;
    private final Audit audit;

    public AssessmentExports(AssessmentFacts facts, AssessmentFiles files, Audit audit) {
        this.facts = facts;
        this.files = files;
        this.audit = audit;
    }

    /** All of one moment: a running period is written anew now and then. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void send(AssessmentFacts.Period period, Actor actor, HttpServletResponse response) throws IOException {
        audit.write(actor.name(), "assessment-exported", period.periodNo(), null);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("assessment-" + period.periodNo() + ".zip").build().toString());
        write(period.periodNo(), response.getOutputStream());
    }

    private void write(String no, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            entry(zip, text, "cases.csv", writer -> files.cases(no, writer));
            entry(zip, text, "score.csv", writer -> files.score(no, writer));
            entry(zip, text, "indicators.csv", writer -> files.indicators(no, writer));
            entry(zip, text, "fee.csv", writer -> files.fee(no, writer));
            zip.putNextEntry(new ZipEntry("scheme.txt"));
            text.write(facts.schemeText(no));
            text.flush();
            zip.closeEntry();
        }
    }

    private static void entry(ZipOutputStream zip, Writer text, String name, Consumer<Writer> content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.accept(text);
        text.flush();
        zip.closeEntry();
    }
}
