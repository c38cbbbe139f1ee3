package io.jinqiao.house.twin.delivery.inside;

public class Drawer {}
