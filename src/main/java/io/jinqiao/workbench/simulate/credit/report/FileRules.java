package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Rules of a file, in the order they are asked; the first that is broken refuses it whole (families ABN, ABF, ABH). */
final class FileRules {
    private static final int LONGEST = 10_000_000;
    private static final int MOST_RECORDS = 1_000_000;
    private static final Set<String> PERSON_TEMPLATES = Set.of("  ", "10", "90");

    private FileRules() {}

    static List<FileRule> all(ReportSettings settings) {
        return List.of(
                rule("ABN003", Basis.TOLD, "文件名格式错误 / the name is not in the form", p -> p.sentName().isEmpty()),
                rule("ABN004", Basis.TOLD, "数据提供机构未知 / an unknown provider", p -> p.sentName().filter(name -> settings.provider(name.segmentCode()) == null).isPresent()),
                new FileRule("ABF009", Basis.TOLD, "文件名重复 / a name already received", (p, names) -> names.contains(SentName.stem(p.name()))),
                rule("ABF000", Basis.TOLD, "解密失败 / it cannot be decrypted", p -> !p.opened()),
                rule("ABF001", Basis.TOLD, "解压失败 / it cannot be decompressed", p -> p.opened() && !p.inflated()),
                rule("ABF011", Basis.TOLD, "字符集不是 UTF-8 / not UTF-8", p -> !p.utf8()),
                rule("ABF002", Basis.MEANING_OURS, "文件无法解析（空文件或字节序标记） / nothing to read: empty, or a byte order mark", p -> p.text().isBlank() || p.text().startsWith("\uFEFF")),
                rule("ABF010", Basis.TOLD, "行分隔符不符 / lines not separated by exactly one CRLF", p -> loose(p.text())),
                rule("ABF008", Basis.TOLD, "单行超过一千万字符 / a line of more than ten million characters", p -> p.records().stream().anyMatch(line -> line.length() > LONGEST)),
                rule("ABH005", Basis.TOLD, "文件头格式错误 / the header is not in the form", p -> p.head().isEmpty()),
                head("ABH006", Basis.TOLD, "版本或模板不允许 / version or template not allowed", (p, head) -> !head.version().equals(FileHead.VERSION) || !templates(head.type()).contains(head.template())),
                head("ABF007", Basis.TOLD, "文件头与文件名不一致 / header and name disagree", (p, head) -> p.sentName().filter(name -> !agree(name, head)).isPresent()),
                head("ABH005", Basis.ID_OURS, "记录数与文件头不一致或超过一百万 / not as many records as the header says, or over a million", (p, head) -> head.count() != p.records().size() || head.count() > MOST_RECORDS));
    }

    private static FileRule rule(String id, Basis basis, String words, Predicate<Parcel> wrong) {
        return new FileRule(id, basis, words, (parcel, names) -> wrong.test(parcel));
    }

    private static FileRule head(String id, Basis basis, String words, BiPredicate<Parcel, FileHead> wrong) {
        return new FileRule(id, basis, words, (parcel, names) -> parcel.head().filter(head -> wrong.test(parcel, head)).isPresent());
    }

    /** A lone CR or LF, an empty line, or more than one line end at the end. */
    private static boolean loose(String text) {
        String without = text.replace("\r\n", "");
        return without.indexOf('\r') >= 0 || without.indexOf('\n') >= 0 || text.contains("\r\n\r\n") || text.startsWith("\r\n");
    }

    private static Set<String> templates(String type) {
        return type.equals("110") ? PERSON_TEMPLATES : Set.of("  ");
    }

    private static boolean agree(SentName name, FileHead head) {
        return name.type().equals(head.type()) && name.segmentCode().equals(head.segmentCode()) && name.day().equals(head.day());
    }
}
