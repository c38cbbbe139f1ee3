package io.jinqiao.workbench.simulate.bank;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shipped bank's own implementation, by the partner's id.
 *
 * @param framing where a message begins and ends on the bank's connections
 * @param stubs whether the folder has stubs; else its samples say what stands in an answer the simulator does not write itself
 * @param header bytes before a message in a sample's file
 */
record Family(String partner, BiFunction<Chair, BankKeys, Wire> wire, Framing framing, boolean stubs, int header) {
    private static final Map<String, Family> ALL = Stream.of(
                    new Family("icbc", IcbcWire::new, new HttpFraming(), true, 0),
                    new Family("abc", AbcWire::new, new LengthFraming(), false, 7),
                    new Family("ccb", CcbWire::new, new HttpFraming(), false, 0),
                    new Family("psbc", PsbcWire::new, new HttpFraming(), true, 0))
            .collect(Collectors.toMap(Family::partner, Function.identity()));

    static @Nullable Family of(String partner) {
        return ALL.get(partner);
    }

    static Set<String> known() {
        return new TreeSet<>(ALL.keySet());
    }
}
