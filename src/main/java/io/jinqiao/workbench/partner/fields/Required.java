package io.jinqiao.workbench.partner.fields;

/**
 * Whether a bank wants a field.
 *
 * @param unclear their word for it when nobody knows it; empty when it is clear
 */
record Required(boolean yes, String unclear) {}
