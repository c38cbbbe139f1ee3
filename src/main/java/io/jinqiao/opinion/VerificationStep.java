package io.jinqiao.opinion;

import java.util.Locale;

/** What is asked of a sealed document, in the order of GB/T 38540; organisation and standing are the centre's own questions. */
public enum VerificationStep {
    PACKAGE("文件结构", "structure of the file",
            "文件完整，只有一种读法，未夹带其他内容", "The file is whole, can be read in one way only, and hides nothing"),
    DIGESTS("文件摘要", "digests",
            "盖章后内容未改动", "Nothing was changed after sealing"),
    COVERAGE("保护范围", "what the signature covers",
            "全部内容都在签章保护之内", "Everything is protected by the seal"),
    SIGNED_DATA("签名数据", "signed data",
            "签章针对的正是本文件", "The seal is over this very document"),
    SIGNATURE("签章签名", "signature of the seal's user",
            "签名确由证书对应的密钥作出", "The signature was made with the key of the certificate"),
    SIGNER_CERTIFICATE("签章人证书", "certificate of the seal's user",
            "签章时证书有效，由受信任的机构签发", "The certificate was valid then and comes from a trusted issuer"),
    SIGNER_REVOCATION("签章人证书吊销状态", "revocation of the user's certificate",
            "证书未被吊销", "The certificate was not revoked"),
    SEAL("电子印章", "electronic seal",
            "印章未改动，确由制章人制作", "The seal is unchanged and was made by its maker"),
    MAKER_CERTIFICATE("制章人证书", "certificate of the seal's maker",
            "制章人受信任", "The maker is trusted"),
    MAKER_REVOCATION("制章人证书吊销状态", "revocation of the maker's certificate",
            "制章人证书未被吊销", "The maker's certificate was not revoked"),
    SEAL_LIST("印章使用人名单", "list of the seal's users",
            "签章人有权使用该印章", "Whoever sealed may use this seal"),
    TIMES("签章时间", "time of sealing",
            "签章时间在印章有效期内", "It was sealed within the validity of the seal"),
    TIME_STAMP("时间戳", "time-stamp",
            "签章时间有时间戳证明", "A time-stamp proves when it was sealed"),
    ORGANISATION("盖章单位", "organisation",
            "确为本中心印章", "It is the centre's seal"),
    RECORD("与审批记录核对", "comparison with the record",
            "与中心的审批记录一致", "It agrees with the centre's record of the approval"),
    STANDING("效力状态", "whether it is in force",
            "审批意见现行有效", "The opinion is in force");

    private final String chinese;
    private final String english;
    private final String chinesePassed;
    private final String englishPassed;

    VerificationStep(String chinese, String english, String chinesePassed, String englishPassed) {
        this.chinese = chinese;
        this.english = english;
        this.chinesePassed = chinesePassed;
        this.englishPassed = englishPassed;
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /** What is known when it is passed, for a clerk. */
    public String passed(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinesePassed : englishPassed;
    }
}
