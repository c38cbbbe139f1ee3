package io.jinqiao.opinion;

import java.util.Locale;

/** What is asked of a sealed document, in the order of GB/T 38540; organisation and standing are the centre's own questions. */
public enum VerificationStep {
    PACKAGE("文件结构", "structure of the file"),
    DIGESTS("文件摘要", "digests"),
    COVERAGE("保护范围", "what the signature covers"),
    SIGNED_DATA("签名数据", "signed data"),
    SIGNATURE("签章签名", "signature of the seal's user"),
    SIGNER_CERTIFICATE("签章人证书", "certificate of the seal's user"),
    SIGNER_REVOCATION("签章人证书吊销状态", "revocation of the user's certificate"),
    SEAL("电子印章", "electronic seal"),
    MAKER_CERTIFICATE("制章人证书", "certificate of the seal's maker"),
    MAKER_REVOCATION("制章人证书吊销状态", "revocation of the maker's certificate"),
    SEAL_LIST("印章使用人名单", "list of the seal's users"),
    TIMES("签章时间", "time of sealing"),
    TIME_STAMP("时间戳", "time-stamp"),
    ORGANISATION("盖章单位", "organisation"),
    RECORD("与审批记录核对", "comparison with the record"),
    STANDING("效力状态", "whether it is in force");

    private final String chinese;
    private final String english;

    VerificationStep(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
