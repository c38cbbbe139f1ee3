package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.RegistryPartners;
import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says at the start why requests will wait for a registry nobody named; else they wait in silence. */
@Component
class WhereTold {
    private static final Logger log = LoggerFactory.getLogger(WhereTold.class);
    private static final String SETTING = "jinqiao.mortgage.registries";

    private final MortgageProperties properties;
    private final RegistryPartners partners;

    WhereTold(MortgageProperties properties, RegistryPartners partners) {
        this.properties = properties;
        this.partners = partners;
    }

    @PostConstruct
    void tell() {
        problems().forEach(problem -> log.warn("{}", problem));
    }

    /** In both languages, each with what to do. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<String> known = partners.that(Operation.REGISTRATION_APPLICATION).stream().map(PartnerId::value).sorted().toList();
        if (known.size() > 1 && properties.registries().isEmpty()) {
            problems.add("多家登记机构均接收登记申请 " + known + "，但未设置 " + SETTING + ".<区划代码前几位>=<目录名>；登记申请将一律等待（registry-unknown） / more than one registry takes applications "
                    + known + " and " + SETTING + ".<first digits of the area code>=<folder> is not set: every request will wait as registry-unknown");
        }
        for (Map.Entry<String, String> named : new TreeMap<>(properties.registries()).entrySet()) {
            if (!known.contains(named.getValue())) {
                problems.add(SETTING + "." + named.getKey() + "=" + named.getValue() + "：没有这样的登记机构目录或其不接收登记申请，已知 " + known
                        + " / no folder of a registry that takes applications has this name; known: " + known);
            }
        }
        return problems;
    }
}
