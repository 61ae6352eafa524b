package io.github.milvusspring.sample.index;

import java.nio.charset.StandardCharsets;

import io.github.milvusspring.sample.metadata.DeclaredProperty;

import org.springframework.util.DigestUtils;

/**
 * Tells whether a declaration is the one that was indexed.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	static String of(DeclaredProperty property) {
		String everything = property + "\n" + PropertyWords.of(property);
		return DigestUtils.md5DigestAsHex(everything.getBytes(StandardCharsets.UTF_8));
	}

}
