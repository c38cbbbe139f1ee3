package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code materials} of an {@code adapter.yaml}. */
final class MaterialRules {
    /** Base64 inside a document, and once more around a sealed one, is 16/9 of the bytes. */
    private static final int ON_THE_WIRE = 2;

    private final Members top;
    private final Problems problems;

    MaterialRules(Members top, Problems problems) {
        this.top = top;
        this.problems = problems;
    }

    @Nullable MaterialRule read(Map<Operation, OperationRule> operations) {
        if (!top.has("materials")) {
            return null;
        }
        if (top.word("role", PartnerDescriptor.Role.class) != PartnerDescriptor.Role.REGISTRY) {
            problems.at(top.node("materials"), "只有登记机构接收材料 / only a registry takes materials", "删去 materials / leave materials out");
        }
        Members materials = top.in("materials");
        MaterialRule.Way way = materials.word("way", MaterialRule.Way.class);
        boolean upload = way == MaterialRule.Way.UPLOAD;
        String bound = upload ? "part" : "all";
        if (!materials.has(bound) || materials.has(upload ? "all" : "part")) {
            problems.at(top.node("materials"), "way 与上限不配 / way: " + materials.text("way") + " goes with " + bound, bound + ": 1MiB");
            return null;
        }
        fits(materials, bound, upload ? Operation.REGISTRATION_MATERIAL : Operation.REGISTRATION_APPLICATION, operations);
        int file = materials.size("file");
        return new MaterialRule(way, file, upload ? Integer.MAX_VALUE : materials.size("all"), upload ? materials.size("part") : file);
    }

    private void fits(Members materials, String bound, Operation operation, Map<Operation, OperationRule> operations) {
        OperationRule rule = operations.get(operation);
        if (rule == null) {
            problems.at(top.node("materials"), "operations 中没有此业务 / " + operation.id() + " is not under operations", "约定该业务：材料文件由它传送 / agree on it: files travel in it");
        } else if ((long) materials.size(bound) * ON_THE_WIRE > rule.maxRequest()) {
            problems.at(
                    materials.node(bound), "放不进请求 / does not fit into a request of " + operation.id(), "max-request 至少为其两倍，或减小 " + bound + " / max-request of at least twice as many bytes, or a smaller " + bound);
        }
    }
}
