package io.jinqiao.message;

/**
 * The statement of the fee (委托贷款手续费结算单) as it is delivered: a sealed paper for people, its lines for programs.
 *
 * @param digest of the paper's bytes (SHA-256)
 * @param document the sealed PDF, Base64
 * @param lines CSV in UTF-8, Base64
 */
public record FeeStatement(String statementNo, Digest digest, String document, String lines) {
    private static final int LARGEST = 8 << 20;

    static FeeStatement read(Fields f) {
        return new FeeStatement(f.text("statementNo", 40), f.value("digest", Digest::new), f.text("document", LARGEST), f.text("lines", LARGEST));
    }

    Content.Group content() {
        return Content.group().put("statementNo", statementNo).put("digest", digest).put("document", document).put("lines", lines).build();
    }
}
