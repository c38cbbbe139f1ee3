package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A clerk reads Chinese: no English word of a step gets through to the text. */
class FaultDetailsTest {
    private static final Path STEPS = Path.of("src/main/java/io/jinqiao/opinion/verify");
    private static final Pattern DETAIL =
            Pattern.compile("(?:require|differs|new BadFile|Finding\\.failed)\\([^;]*?, \"([a-z][a-z ]*)\"[,)]");

    @Test
    void everyDetailTheStepsNameHasAChineseWord() throws IOException {
        Set<String> details = details();

        assertThat(details).hasSizeGreaterThan(25).contains("xref", "local header", "amount", "unreadable");
        assertThat(details).allSatisfy(detail -> assertThat(chinese(detail)).matches("[^a-zA-Z]+"));
    }

    @Test
    void numbersPathsAndNamesStayAsTheyAre() {
        assertThat(chinese("20971520 bytes")).isEqualTo("20971520 字节");
        assertThat(chinese("501 entries")).isEqualTo("501 个文件");
        assertThat(chinese("Doc_0/Extra.xml")).isEqualTo("Doc_0/Extra.xml");
        assertThat(chinese("SESeal: not der")).isEqualTo("SESeal：编码不规范");
        assertThat(chinese("the time-stamp authority is not believed: certificate.expired"))
                .isEqualTo("时间戳机构不受信任：certificate.expired");
        assertThat(DocumentFault.PDF_DAMAGED.text(Locale.ENGLISH, "xref")).endsWith("(xref)");
    }

    private static String chinese(String detail) {
        String text = DocumentFault.RECORD_DIFFERS.text(Locale.CHINESE, detail);
        return text.substring("文件所载".length(), text.indexOf("与审批记录"));
    }

    private static Set<String> details() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(STEPS)) {
            for (Path file : files.toList()) {
                DETAIL.matcher(Files.readString(file)).results().forEach(detail -> found.add(detail.group(1)));
            }
        }
        return found;
    }
}
