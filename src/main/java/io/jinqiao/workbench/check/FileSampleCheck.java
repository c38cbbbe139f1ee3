package io.jinqiao.workbench.check;

import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.workbench.samples.FileSample;
import java.util.List;
import java.util.Map;

/** The stored files of a folder against its file layouts: each is read as what it says, and written again to the byte. */
final class FileSampleCheck {
    private final Folder folder;
    private final Map<FileKind, FileExchange> layouts;
    private final Problems problems;

    FileSampleCheck(Folder folder, Map<FileKind, FileExchange> layouts, Problems problems) {
        this.folder = folder;
        this.layouts = layouts;
        this.problems = problems;
    }

    /** @return how many there are */
    int run() {
        List<FileSample> samples = FileSample.of(layouts, folder.files());
        samples.forEach(this::sample);
        for (FileKind kind : layouts.keySet()) {
            for (boolean result : new boolean[] {false, true}) {
                if (samples.stream().noneMatch(s -> s.kind() == kind && s.result() == result)) {
                    String part = result ? "result" : "request";
                    problems.file(folder.name("files/samples/"), "没有样例文件 / no stored " + part + " of " + kind.id(), "补 / add " + kind.id() + ".<case>." + part + ".<ending> and its .canonical.json");
                }
            }
        }
        return samples.size();
    }

    private void sample(FileSample sample) {
        if (sample.canonical() == null) {
            problems.file(folder.name(sample.path().replaceFirst("\\.[A-Za-z]+$", ".canonical.json")), "文件缺失 / the file is missing", "写出同名样例文件的内容 / what the stored file beside it says");
            return;
        }
        try {
            tell(sample, "读出的内容与规范内容不符 / is not read as its canonical content", sample.readOtherwise());
            tell(sample, "与由规范内容写出的文件不符 / is not what its canonical content is written as", sample.writtenOtherwise());
        } catch (IllegalArgumentException e) {
            problems.file(folder.name(sample.path()), "其规范内容不可用 / its canonical content is none: " + e.getMessage(), null);
        }
    }

    private void tell(FileSample sample, String what, @org.jspecify.annotations.Nullable String difference) {
        if (difference != null) {
            problems.file(folder.name(sample.path()), what + ": " + difference, "files/" + sample.kind().id() + ".yaml");
        }
    }
}
