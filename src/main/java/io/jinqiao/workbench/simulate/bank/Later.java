package io.jinqiao.workbench.simulate.bank;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Examples nobody may ever ask for: made when somebody does. */
final class Later implements Examples {
    private final Supplier<Examples> making;
    private @Nullable Examples made;

    Later(Supplier<Examples> making) {
        this.making = making;
    }

    @Override
    public Wire.Said answer(Wire.Asked asked) throws NotUnderstood {
        return examples().answer(asked);
    }

    private synchronized Examples examples() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
