package io.github.milvusspring.data.wire.column;

/**
 * Computes the length of a text in bytes of UTF-8, which is how Milvus measures texts.
 */
public final class Utf8Length {

	private Utf8Length() {
	}

	/**
	 * Returns the number of bytes of a text without encoding it.
	 * @param text the text
	 * @return the number of bytes in UTF-8
	 * @throws IllegalArgumentException when the text holds half of a surrogate pair,
	 * which cannot be encoded
	 */
	public static int size(String text) {
		int length = text.length();
		int size = length;
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c >= 0x80) {
				size += (c < 0x800) ? 1 : 2;
				if (Character.isSurrogate(c)) {
					if (!Character.isHighSurrogate(c) || i + 1 == length
							|| !Character.isLowSurrogate(text.charAt(i + 1))) {
						throw new IllegalArgumentException("the character at index " + i
								+ " is half of a surrogate pair, which is not valid Unicode");
					}
					i++;
				}
			}
		}
		return size;
	}

}
