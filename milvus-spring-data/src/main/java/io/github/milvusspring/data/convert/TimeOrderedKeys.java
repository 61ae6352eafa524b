package io.github.milvusspring.data.convert;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Generates keys that begin with the time and end with random bits; within a millisecond,
 * each key is the previous one plus one.
 */
final class TimeOrderedKeys {

	private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

	private static final long ALL = -1L;

	private final LongSupplier clock;

	private final Random random;

	private long time = Long.MIN_VALUE;

	private long high;

	private long low;

	TimeOrderedKeys() {
		this(System::currentTimeMillis, new SecureRandom());
	}

	TimeOrderedKeys(LongSupplier clock, Random random) {
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Returns a ULID: 48 bits of time and 80 random bits, as 26 digits of Crockford's
	 * base 32.
	 */
	synchronized String ulid() {
		next(0xFFFFL, ALL);
		char[] text = new char[26];
		for (int i = 9; i >= 0; i--) {
			text[i] = DIGITS[(int) (this.time >>> (5 * (9 - i))) & 31];
		}
		// Twelve digits hold 60 of the 64 low bits; the other four are written with the
		// high bits.
		for (int i = 25; i >= 14; i--) {
			text[i] = DIGITS[(int) (this.low >>> (5 * (25 - i))) & 31];
		}
		long rest = (this.high << 4) | (this.low >>> 60);
		for (int i = 13; i >= 10; i--) {
			text[i] = DIGITS[(int) (rest >>> (5 * (13 - i))) & 31];
		}
		return new String(text);
	}

	/**
	 * Returns a UUID of version 7: 48 bits of time, and 74 random bits around version and
	 * variant.
	 */
	synchronized UUID uuid() {
		next(0xFFFL, ALL >>> 2);
		return new UUID((this.time << 16) | 0x7000L | this.high, 0x8000_0000_0000_0000L | this.low);
	}

	private void next(long highMask, long lowMask) {
		long now = this.clock.getAsLong();
		if (now > this.time) {
			begin(now, highMask, lowMask);
			return;
		}
		this.low = (this.low + 1) & lowMask;
		this.high = (this.low == 0) ? (this.high + 1) & highMask : this.high;
		if (this.low == 0 && this.high == 0) {
			begin(this.time + 1, highMask, lowMask);
		}
	}

	private void begin(long millisecond, long highMask, long lowMask) {
		this.time = millisecond;
		this.high = this.random.nextLong() & highMask;
		this.low = this.random.nextLong() & lowMask;
	}

}
