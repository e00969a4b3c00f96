package plantao.store;

/// The end of a device's chain. @param number how many entries it has
record Head(String device, long number, String hash) {
    static Head none(String device) {
        return new Head(device, 0, Chain.START);
    }

    static Head of(Row row) {
        return new Head(row.device(), row.number(), row.chainHash());
    }
}
