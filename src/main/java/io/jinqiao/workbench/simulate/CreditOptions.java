package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.simulate.credit.enquiry.EnquirySettings;
import io.jinqiao.workbench.simulate.credit.enquiry.HeadForm;
import io.jinqiao.workbench.simulate.credit.enquiry.SignatureForm;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was agreed with the Credit Reference Center; every point on which public systems disagree is a choice. */
final class CreditOptions {
    private static final int KEY = 16;

    @Option(names = "--credit-gzip", description = {"credit: files come compressed.", "征信：报文压缩。"})
    private boolean gzip;

    @Option(names = "--credit-sm4-key", paramLabel = "FILE", description = {"credit: files come encrypted; a file with the key, 32 hexadecimal digits.", "征信：报文加密，密钥文件为 32 位十六进制。"})
    private @Nullable Path key;

    @Option(names = "--credit-sm4-mode", description = {"credit: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}; CBC: the vector stands in front).", "征信：SM4 模式。"}, defaultValue = "CBC")
    private Seal.Mode mode = Seal.Mode.CBC;

    @Option(names = "--credit-seal-feedback", description = {"credit: feedback goes back wrapped as files come.", "征信：反馈同样压缩加密。"})
    private boolean sealsFeedback;

    @Option(names = "--credit-rows-without-header", description = {"credit: ErrRecId does not count the header line.", "征信：ErrRecId 不计文件头。"})
    private boolean recordsOnly;

    @Option(names = "--credit-without-references", description = {"credit: an account needs no person or contract before it.", "征信：账户不要求先报送客户与合同。"})
    private boolean withoutReferences;

    @Option(names = "--credit-head", description = {"credit: how the 80-byte head ends: ${COMPLETION-CANDIDATES}.", "征信：80 位报文头的结尾。"}, defaultValue = "LINE_END")
    private HeadForm head = HeadForm.LINE_END;

    @Option(names = "--credit-signature", description = {"credit: how the signature block ends: ${COMPLETION-CANDIDATES}.", "征信：签名块的结尾。"}, defaultValue = "CLOSED")
    private SignatureForm signature = SignatureForm.CLOSED;

    @Option(names = "--credit-rsa", description = {"credit: RSA signatures instead of SM2.", "征信：RSA 签名代替 SM2。"})
    private boolean rsa;

    ReportSettings reports() throws IOException {
        ReportSettings settings = ReportSettings.plain();
        settings = gzip ? settings.compressed() : settings;
        settings = key == null ? settings : settings.sealedBy(new Seal(mode, key(key)));
        settings = sealsFeedback ? settings.sealingFeedback() : settings;
        settings = recordsOnly ? settings.countingRecordsOnly() : settings;
        return withoutReferences ? settings.withoutReferences() : settings;
    }

    EnquirySettings enquiries() {
        EnquirySettings settings = EnquirySettings.usual().with(head).with(signature);
        return rsa ? settings.rsa() : settings;
    }

    private static byte[] key(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9A-Fa-f]{" + 2 * KEY + "}")) {
            throw new IllegalArgumentException("--credit-sm4-key：密钥文件须为 32 位十六进制 / the key file must hold 32 hexadecimal digits");
        }
        return HexFormat.of().parseHex(text);
    }
}
