package io.jinqiao.adapter;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;

/**
 * Who a partner is, for people.
 *
 * @param title in English
 * @param role {@code bank}, {@code registry}, {@code credit} or {@code settlement}
 * @param environment {@code sim}, {@code uat} or {@code prod}
 */
public record PartnerCard(PartnerId id, String title, String chineseTitle, String role, String environment) {

    static PartnerCard of(PartnerDescriptor descriptor) {
        return new PartnerCard(
                descriptor.partner(),
                descriptor.title(),
                descriptor.chineseTitle(),
                Words.of(descriptor.role()),
                Words.of(descriptor.environment()));
    }
}
