package io.jinqiao.house.twin.loan;

import io.jinqiao.house.twin.delivery.Door;

class CallsDelivery {
    Door door = new Door();
}
