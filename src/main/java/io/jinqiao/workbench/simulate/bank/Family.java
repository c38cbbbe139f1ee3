package io.jinqiao.workbench.simulate.bank;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A shipped bank's own implementation, by the partner's id.
 *
 * @param framing where a message begins and ends on the bank's connections
 * @param stubs whether the folder has stubs; else its samples say what stands in an answer the simulator does not write itself
 */
record Family(String partner, BiFunction<Chair, BankKeys, Wire> wire, Framing framing, boolean stubs) {
    private static final Map<String, Family> ALL = Map.of("icbc", new Family("icbc", IcbcWire::new, new HttpFraming(), true));

    static @Nullable Family of(String partner) {
        return ALL.get(partner);
    }

    static Set<String> known() {
        return ALL.keySet();
    }
}
