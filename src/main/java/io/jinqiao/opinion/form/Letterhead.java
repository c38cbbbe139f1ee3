package io.jinqiao.opinion.form;

/**
 * What stands on every opinion of a centre.
 *
 * @param centre full name of the centre
 * @param verification address at which an opinion can be checked; number and check word are added for the QR code
 * @param demonstration marks every page as without legal effect
 */
public record Letterhead(String centre, String verification, boolean demonstration) {}
