package io.jinqiao.adapter.descriptor;

/** An {@code adapter.yaml}, read. @param money the unit of amounts on the wire, as the name of a conversion */
public record Described(PartnerDescriptor descriptor, WireForm wire, String money) {}
