package io.jinqiao.workbench.check;

import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.Operation;

/**
 * The name of a sample, {@code <operation>.<case>}, tells who speaks: whoever may, and for an operation both may begin the partner, unless
 * the case ends with {@code by-the-centre}.
 */
public record SampleName(Operation operation, String caseName) {
    private static final String BY_THE_CENTRE = "by-the-centre";

    /** @throws IllegalArgumentException when it begins with no operation */
    public static SampleName of(String name) {
        int dot = name.indexOf('.');
        if (dot < 1 || dot == name.length() - 1) {
            throw new IllegalArgumentException("样例名为 <业务>.<用例> / samples are named <operation>.<case>");
        }
        return new SampleName(Operation.of(name.substring(0, dot)), name.substring(dot + 1));
    }

    public boolean centreSpeaks() {
        return operation.direction() == Operation.Direction.FROM_CENTRE
                || operation.direction() == Operation.Direction.BOTH && caseName.endsWith(BY_THE_CENTRE);
    }

    /** Where the request knocks: the gate and the operation's code, as far as the code is a path. */
    public String path(PartnerDescriptor partner) {
        String gate = centreSpeaks() ? "" : partner.channel(Channel.Direction.IN).map(Channel::path).orElse("");
        String code = partner.operation(operation).map(rule -> rule.code()).orElse("");
        return code.startsWith("/") ? gate + code : gate;
    }
}
