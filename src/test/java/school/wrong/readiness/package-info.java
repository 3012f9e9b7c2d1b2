@org.jspecify.annotations.NullMarked
package school.wrong.readiness;
