package io.jinqiao.opinion;

/** The room's door for electronic licences other organisations sealed. */
public interface LicenceChecks {

    /** @param file any bytes; those that are no document are refused as a verdict, never thrown */
    SealedLicence verify(byte[] file);
}
