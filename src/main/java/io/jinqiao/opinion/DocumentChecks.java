package io.jinqiao.opinion;

/** The room's door for checking sealed documents against what this gateway trusts and recorded. */
public interface DocumentChecks {

    /** @param file any bytes; those that are no document are refused as a verdict, never thrown */
    DocumentVerdict verify(byte[] file);
}
