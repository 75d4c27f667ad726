<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChartDates</name>
    <message numerus="yes">
        <source>%n minute(s) of %1</source>
        <translation>
            <numerusform>%n minute of %1</numerusform>
            <numerusform>%n minutes of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n massage(s)</source>
        <translation>
            <numerusform>%n massage</numerusform>
            <numerusform>%n massages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message numerus="yes">
        <source>%n massage(s)</source>
        <translation>
            <numerusform>%n massage</numerusform>
            <numerusform>%n massages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) now</source>
        <translation>
            <numerusform>%n minute now</numerusform>
            <numerusform>%n minutes now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>Born %n week(s) early</source>
        <translation>
            <numerusform>Born %n week early</numerusform>
            <numerusform>Born %n weeks early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryLeaves</name>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n minute(s)</source>
        <translation>
            <numerusform>up to %n minute</numerusform>
            <numerusform>up to %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>each at most %n time(s)</source>
        <translation>
            <numerusform>each at most %n time</numerusform>
            <numerusform>each at most %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under “%1”</source>
        <comment>search results, under the name of a list</comment>
        <translation>
            <numerusform>%n under “%1”</numerusform>
            <numerusform>%n under “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message numerus="yes">
        <source>from %n day(s)</source>
        <comment>an age</comment>
        <translation>
            <numerusform>from %n day</numerusform>
            <numerusform>from %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n month(s)</source>
        <translation>
            <numerusform>over %n month</numerusform>
            <numerusform>over %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n month(s)</source>
        <translation>
            <numerusform>from %n month</numerusform>
            <numerusform>from %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PausedPage</name>
    <message numerus="yes">
        <source>%n move(s) done. A good end.</source>
        <translation>
            <numerusform>%n move done. A good end.</numerusform>
            <numerusform>%n moves done. A good end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>minute(s)</source>
        <comment>after a large number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionRoom</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the log cannot be read. They stay in the file.</source>
        <translation>
            <numerusform>%n entry of the log cannot be read. It stays in the file.</numerusform>
            <numerusform>%n entries of the log cannot be read. They stay in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are missing.</source>
        <translation>
            <numerusform>%n session is missing.</numerusform>
            <numerusform>%n sessions are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrapUpPage</name>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow: %n minute(s)</source>
        <translation>
            <numerusform>Tomorrow: %n minute</numerusform>
            <numerusform>Tomorrow: %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
