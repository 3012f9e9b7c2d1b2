@org.jspecify.annotations.NullMarked
package school.wrong.training.ui;
