package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which enquiries are played a trick: the newest order that fits counts. */
final class Tricks {
    private final List<Order> orders = new ArrayList<>();

    /** @param idNumber null: whoever is asked about */
    private static final class Order {
        private final Trick trick;
        private final @Nullable String idNumber;
        private int left;

        Order(Trick trick, @Nullable String idNumber, int left) {
            this.trick = trick;
            this.idNumber = idNumber;
            this.left = left;
        }
    }

    synchronized void order(Trick trick, @Nullable String idNumber, int times) {
        orders.add(0, new Order(trick, idNumber, times));
    }

    synchronized void calm() {
        orders.clear();
    }

    synchronized Trick of(String idNumber) {
        for (Iterator<Order> each = orders.iterator(); each.hasNext(); ) {
            Order order = each.next();
            if (order.idNumber == null || order.idNumber.equals(idNumber)) {
                if (--order.left <= 0) {
                    each.remove();
                }
                return order.trick;
            }
        }
        return Trick.OK;
    }
}
