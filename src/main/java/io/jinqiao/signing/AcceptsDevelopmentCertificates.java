package io.jinqiao.signing;

/**
 * A bean of this type, which only the workbench has, lets certificates with the development marker pass and our keys come from
 * {@code certs-dev}. Without it both are refused.
 */
public interface AcceptsDevelopmentCertificates {}
