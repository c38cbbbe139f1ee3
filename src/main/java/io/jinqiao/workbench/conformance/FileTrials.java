package io.jinqiao.workbench.conformance;

import io.jinqiao.workbench.samples.FileSample;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stored files of a folder against its layouts, both ways: the anchor of files, as the samples are of messages. */
final class FileTrials {
    private final Recorder recorder;
    private final Findings findings;

    FileTrials(Recorder recorder, Findings findings) {
        this.recorder = recorder;
        this.findings = findings;
    }

    void run(FileSample sample) {
        trial(sample, "file-read", "存档文件读作规范内容", "the stored file reads as its canonical content", sample::readOtherwise);
        trial(sample, "file-written", "规范内容写成存档文件，逐字节一致", "the canonical content is written as the stored file, byte for byte", sample::writtenOtherwise);
    }

    private void trial(FileSample sample, String what, String chinese, String english, Supplier<@Nullable String> difference) {
        String stored = sample.path().substring(sample.path().lastIndexOf('/') + 1);
        Trial trial = new Trial(
                sample.kind().operation(), sample.result(), Trial.Kind.GOLDEN, Trial.Level.CODEC, stored + ".golden." + what,
                new Words(stored + "：" + chinese, stored + ": " + english));
        recorder.run(trial, () -> {
            if (sample.canonical() == null) {
                return Outcome.notRun("没有规范内容", "there is no canonical content beside it");
            }
            String found = difference.get();
            String layout = "files/" + sample.kind().id() + ".yaml";
            return found == null
                    ? new Outcome.Passed()
                    : findings.whole(trial, "the stored file / 存档文件", found, sample.bytes(), "核对 " + layout + "：列、宽度、字符集、摘要", "compare " + layout + ": columns, widths, charset, hash");
        });
    }
}
